import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { reglementSchema } from './json-schema.ts';

/** Writes `docs/reference/reglement.schema.json` from the schemas. Committed; the checks compare it. */
const folder = fileURLToPath(new URL('../../../docs/reference/', import.meta.url));

await mkdir(folder, { recursive: true });
await writeFile(
  `${folder}reglement.schema.json`,
  `${JSON.stringify(reglementSchema(), null, 2)}\n`,
);
