import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const apiAddress = process.env['PREAU_API'] ?? 'http://127.0.0.1:3000';

/** In development every /staff/… address is the one page; in production the API answers it. */
function staffAddresses(base: string): Plugin {
  return {
    name: 'preau-staff-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/staff/')) request.url = base;
        next();
      });
    },
  };
}

const base = '/assets/staff/';

export default defineConfig({
  base,
  plugins: [react(), staffAddresses(base)],
  build: {
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    // One sheet of a few kB rather than ten: a first visit counts its requests.
    cssCodeSplit: false,
    rolldownOptions: {
      // What every page needs and hardly ever changes travels, compresses and is cached as one file.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /\/node_modules\/(react|react-dom|react-router|scheduler|@tanstack\/[^/]+)\//,
              priority: 1,
            },
            {
              // Sentences of the règlement and what bookings are shown with: not for the day's list.
              name: 'rules',
              test: /\/packages\/domain\/src\/(explain\/(?!format-fr)|bookings|calendar|reglement)\/?|\/packages\/ui\/src\/planning\/|\/staff\/src\/shared\/(inbox\/(?!request-counts)|sentences)/,
              minShareCount: 2,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            {
              // « Il y a trois jours »: in lists of requests and news, with the words of two languages.
              name: 'dates',
              test: /\/node_modules\/date-fns\/|\/staff\/src\/shared\/time-ago/,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            {
              name: 'text-editor',
              test: /\/staff\/src\/shared\/text-editor\//,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            {
              // Small parts that several pages share, each of them smaller than a request.
              name: 'kit',
              test: /\/packages\/(ui|domain)\/|\/staff\/src\/shared\/|\/lucide-react\//,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5174,
    strictPort: true,
    // The API refuses writes from another origin: in development it is told its own.
    proxy: Object.fromEntries(
      ['/api', '/dev'].map((path) => [
        path,
        { target: apiAddress, changeOrigin: true, headers: { origin: apiAddress } },
      ]),
    ),
  },
});
