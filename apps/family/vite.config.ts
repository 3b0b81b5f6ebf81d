import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const apiAddress = process.env['PREAU_API'] ?? 'http://127.0.0.1:3000';

/** In development every /o/… address is the one page; in production the API answers it. */
function familyAddresses(base: string): Plugin {
  return {
    name: 'preau-family-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/o/')) request.url = base;
        next();
      });
    },
  };
}

const base = '/assets/family/';

export default defineConfig({
  base,
  plugins: [react(), familyAddresses(base)],
  build: {
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    // A browser that cannot preload fetches the modules all the same, a little later.
    modulePreload: { polyfill: false },
    // One sheet of a few kB rather than ten: a first visit counts its requests.
    cssCodeSplit: false,
    rolldownOptions: {
      // What every page needs and hardly ever changes travels, compresses and is cached as one file;
      // so does what the pages of the bookings share, which the sign-in does without.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              // What only some pages ask of the query library travels with them.
              test: /\/node_modules\/(react|react-dom|react-router|scheduler|@tanstack\/[^/]+)\/(?!.*(nfiniteQuer|[qQ]ueriesObserver|useQueries))/,
              priority: 1,
            },
            {
              // Small parts of nearly every page, the sign-in among them.
              name: 'kit',
              test: /\/packages\/ui\/src\/(feedback|actions|shell\/page-title)|\/generated\/family\/(?!@tanstack)|\/lucide-react\/dist\/esm\/(?!icons\/)|\/lucide-react\/dist\/esm\/icons\/(triangle-exc|circle-exc|circle-check|info|wifi|rotate-cw|clock\.)/,
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
            {
              // What the cart, its receipt and the sheets share: the planning shows without it.
              name: 'checkout',
              test: /\/features\/bookings\/(receipt|line-list|cart-lines|payment-term|hold|sentences|awaited|formula-sheet|cell-sheet|rules\/(see-rule|rule-topic))|\/domain\/src\/(explain\/(?!format-fr)|calendar\/(?!public))/,
              minShareCount: 2,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            {
              name: 'bookings',
              test: /\/features\/bookings\/([^/]+|period\/pattern\.ts)$|\/infiniteQueryOptions|\/packages\/domain\/|\/packages\/ui\/src\/(planning\/|navigation\/(chip|bottom-bar)|forms\/select-field)|\/generated\/family\/@tanstack\/|\/family\/src\/shared\/(clock|format|of-name|period-key|waiting-for-you|week-to-open|new-booking-link)\.|\/src\/app\/use-scroll-to-top|\/packages\/ui\/src\/overlays\/sheet/,
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
            {
              name: 'titles',
              test: /\/family\/src\/shared\/(page-title|legal-pages)\./,
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
            {
              // The foot of every page.
              name: 'footer',
              test: /\/app\/page-footer|\/shared\/opening-line|\/contact\/opening|\/calendar\/public-holidays/,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            {
              // What may stand above and under the planning: small parts, seldom alone.
              name: 'notices',
              test: /\/bookings\/(offers\/(offer-notices|offers)|queue-notice|save-bar|request-counts|use-confirmation)|\/shared\/(booking-windows|window-words)/,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            {
              // A dozen icons, each of them smaller than a request; the sign-in has its own.
              name: 'icons',
              test: /\/lucide-react\/dist\/esm\/icons\/(?!triangle-exc|circle-exc|circle-check|info|eye|clock|mail|phone|map-pin|rotate-cw|wifi)/,
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
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
