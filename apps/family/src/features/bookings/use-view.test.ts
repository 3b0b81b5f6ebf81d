import { describe, expect, test } from 'vitest';
import { viewAddress } from './use-view.ts';

const from = (address: string, view: Parameters<typeof viewAddress>[1]) =>
  viewAddress(new URLSearchParams(address), view);

describe('from one view of the planning to another', () => {
  test.each([
    ['semaine=2026-12-07', 'month', '?vue=mois&mois=2026-12'],
    // A week belongs to the month of its Thursday.
    ['semaine=2026-11-30', 'month', '?vue=mois&mois=2026-12'],
    ['vue=mois&mois=2026-12', 'week', '?semaine=2026-11-30'],
    // August 2026 begins on a Saturday.
    ['vue=mois&mois=2026-08', 'week', '?semaine=2026-08-03'],
    ['vue=mois&mois=n-importe-quoi', 'week', '?'],
    ['', 'month', '?vue=mois'],
    ['enfant=lea&service=mercredi', 'period', '?enfant=lea&service=mercredi&vue=periode'],
  ] as const)('%s, to the %s', (address, view, expected) => {
    expect(from(address, view)).toBe(expected);
  });
});
