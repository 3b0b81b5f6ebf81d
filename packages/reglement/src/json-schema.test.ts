import { expect, test } from 'vitest';
import { reglementSchema } from './json-schema.ts';
import { writtenLimitSchema } from './limit.schema.ts';
import { writtenPriceSchema } from './price.schema.ts';

const written = JSON.stringify(reglementSchema());

test.each(
  [...writtenPriceSchema.options, ...writtenLimitSchema.options].map(
    ({ shape }) => shape.kind.value,
  ),
)('an editor is told of « %s »', (kind) => {
  expect(written).toContain(`"const":"${kind}"`);
});

test('an editor is told what every key of a règlement is for, in French', () => {
  const { properties } = reglementSchema();
  expect(properties).toMatchObject({
    validFrom: { description: 'Premier jour de validité.' },
    cases: { description: expect.stringContaining('Les cas') },
  });
  expect(written).not.toContain('readOnly');
  expect(written).not.toContain(String(Number.MAX_SAFE_INTEGER));
});
