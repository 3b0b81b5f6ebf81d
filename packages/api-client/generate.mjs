/**
 * Writes the clients of the API from its description, one per surface, so that the family's bundle
 * holds nothing of the staff's. The result is committed; the checks write it again and compare.
 *
 *   node generate.mjs [description.json] [folder]
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { onlySurface } from './only-surface.mjs';

const here = import.meta.dirname;
const description = path.resolve(process.argv[2] ?? `${here}/../../docs/reference/openapi.json`);
const output = path.resolve(process.argv[3] ?? `${here}/src/generated`);

const document = JSON.parse(await readFile(description, 'utf8'));
for (const surface of /** @type {const} */ (['family', 'staff'])) {
  await createClient({
    input: onlySurface(document, surface),
    output: { path: `${output}/${surface}`, clean: true, module: { extension: '.ts' } },
    logs: { level: 'warn', file: false },
    plugins: [
      // Addresses stay relative: the pages and the API share one origin.
      { name: '@hey-api/client-fetch', throwOnError: true, baseUrl: false },
      { name: '@hey-api/typescript' },
      { name: '@hey-api/sdk' },
      { name: '@tanstack/react-query', queryOptions: true, mutationOptions: true },
    ],
  });
}
