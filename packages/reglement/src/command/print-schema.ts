import { reglementSchema } from '../json-schema.ts';
import type { Terminal } from './terminal.ts';

/** The JSON Schema of a règlement and its cases, for editors. */
export function printSchema({ print }: Terminal): number {
  print(JSON.stringify(reglementSchema(), null, 2));
  return 0;
}
