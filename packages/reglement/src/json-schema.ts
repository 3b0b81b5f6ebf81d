import { z } from 'zod';
import { caseSchema } from './cases/case.schema.ts';
import { writtenDocumentSchema } from './document.schema.ts';
import { list } from './scalars.schema.ts';

const fileSchema = writtenDocumentSchema.extend({
  cases: list(caseSchema)
    .optional()
    .describe('Les cas : ce qui se passe, et ce que le règlement doit en dire.'),
});

/**
 * The JSON Schema (2020-12) of a file that holds a règlement and its cases, for editors that complete
 * and check while one writes. It says what types say; `readReglement` says the rest.
 */
export function reglementSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(fileSchema, {
    io: 'input',
    reused: 'ref',
    override: ({ jsonSchema }) => {
      // What a list is to the program is nothing to who writes it.
      delete jsonSchema.readOnly;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return { ...schema, title: 'Règlement', description: 'Un règlement intérieur de Préau.' };
}
