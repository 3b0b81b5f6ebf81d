import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellKey, cellKeys } from '@preau/domain/bookings/cell-view';
import { describe, expect, test } from 'vitest';
import { type CellTone, cellLooks } from './cell-looks.tsx';

const sheet = readFileSync(join(import.meta.dirname, 'tones.module.css'), 'utf8');
const forcedAt = sheet.indexOf('@media (forced-colors: active)');
const usual = sheet.slice(0, forcedAt);
const forced = sheet.slice(forcedAt);

/** Style of the border of a tone in a part of the sheet. */
function borderIn(part: string, tone: CellTone): string | undefined {
  const rule = new RegExp(`\\.${tone}\\b[^{}]*\\{[^}]*border: \\S+ (\\w+)`);
  return rule.exec(part)?.[1];
}

type Sign = { readonly border: (tone: CellTone) => string | undefined; readonly grid: boolean };

/** States that who sees neither ground nor colour cannot tell apart. */
function alike({ border, grid }: Sign): readonly string[] {
  const signOf = (key: CellKey) => {
    const { tone, Icon } = cellLooks[key];
    const icon = grid && key === 'free' ? undefined : Icon?.displayName;
    return `${border(tone)} ${icon}`;
  };
  return [...Map.groupBy(cellKeys, signOf).values()]
    .filter(({ length }) => length > 1)
    .map((keys) => keys.join());
}

const imposed = (tone: CellTone) => borderIn(forced, tone) ?? borderIn(usual, tone);

describe('with colours imposed by the system', () => {
  test('every tone has a border', () => {
    const tones = new Set(cellKeys.map((key) => cellLooks[key].tone));
    expect([...tones].filter((tone) => imposed(tone) === undefined)).toEqual([]);
  });

  test.each([
    ['the month, where a free day has no icon', true],
    ['the week', false],
  ])('two states differ by border or icon in %s', (_, grid) => {
    expect(alike({ border: imposed, grid })).toEqual([]);
  });

  test('icons alone would not tell a closed day from a free one', () => {
    expect(alike({ border: () => 'solid', grid: true })).toContain('free,closed');
  });
});
