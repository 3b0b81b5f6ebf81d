import { describe, expect, test } from 'vitest';
import type { Condition } from '../reglement/vocabulary/profile-rules.ts';
import { presence } from '../testing/any-presence.ts';
import { day } from '../time/day.ts';
import { allHold, holds } from './conditions.ts';
import type { PriceContext } from './price-context.ts';

const bornOn = day('2020-11-18');

const cases: readonly (readonly [Condition, Partial<PriceContext>, boolean])[] = [
  [{ kind: 'residence', in: ['commune'] }, { residence: 'commune' }, true],
  [{ kind: 'residence', in: ['commune'] }, { residence: 'dehors' }, false],
  [{ kind: 'residence', in: ['commune'] }, { residence: null }, false],
  [{ kind: 'scheme', in: ['caf', 'msa'] }, { scheme: 'msa' }, true],
  [{ kind: 'scheme', in: ['caf'] }, { scheme: null }, false],
  [{ kind: 'flag', is: 'pai' }, { flags: ['qpv', 'pai'] }, true],
  [{ kind: 'flag', is: 'pai' }, { flags: ['qpv'] }, false],
  [{ kind: 'noFlag', is: 'pai' }, { flags: ['qpv'] }, true],
  [{ kind: 'noFlag', is: 'pai' }, { flags: ['pai'] }, false],
  [{ kind: 'group', in: ['maternelle'] }, { group: 'maternelle' }, true],
  [{ kind: 'group', in: ['maternelle'] }, { group: null }, false],
  [{ kind: 'mode', in: ['annuel'] }, { mode: 'annuel' }, true],
  [{ kind: 'mode', in: ['annuel'] }, { mode: null }, false],
  [{ kind: 'extra', is: 'navette' }, { extras: ['navette'] }, true],
  [{ kind: 'extra', is: 'navette' }, {}, false],
  [{ kind: 'quotient', from: 620, below: 801 }, { quotient: 620 }, true],
  [{ kind: 'quotient', from: 620, below: 801 }, { quotient: 800.99 }, true],
  [{ kind: 'quotient', from: 620, below: 801 }, { quotient: 801 }, false],
  [{ kind: 'quotient', below: 801 }, { quotient: 619.99 }, true],
  [{ kind: 'quotient', from: 620 }, { quotient: 619.99 }, false],
  [{ kind: 'quotient', from: 0 }, { quotient: null }, false],
  [{ kind: 'noQuotient' }, { quotient: null }, true],
  [{ kind: 'noQuotient' }, { quotient: 0 }, false],
  [{ kind: 'age', from: 6 }, { bornOn }, true],
  [{ kind: 'age', from: 6 }, { bornOn, on: day('2026-11-17') }, false],
  [{ kind: 'age', below: 6 }, { bornOn }, false],
  [{ kind: 'age', from: 0 }, { bornOn: null }, false],
  [{ kind: 'children', from: 3, counting: 'registered' }, { children: () => 3 }, true],
  [{ kind: 'children', from: 3, counting: 'registered' }, { children: () => 2 }, false],
  [{ kind: 'children', upTo: 2, counting: 'present' }, { children: () => 3 }, false],
  [{ kind: 'rank', from: 2, upTo: 2, counting: 'booked' }, { rank: () => 2 }, true],
  [{ kind: 'rank', from: 2, upTo: 2, counting: 'booked' }, { rank: () => 3 }, false],
  [{ kind: 'weekday', in: [3] }, {}, true],
  [{ kind: 'weekday', in: [1, 2, 4, 5] }, {}, false],
];

test.each(cases)('%j of %j holds: %s', (condition, changed, expected) => {
  expect(holds(condition, presence(changed))).toBe(expected);
});

test('the oldest comes first, unless the youngest does', () => {
  const context = presence({ rank: (_counting, order) => (order === 'oldestFirst' ? 1 : 2) });
  const second = { kind: 'rank', from: 2, counting: 'registered' } as const;
  expect(holds(second, context)).toBe(false);
  expect(holds({ ...second, order: 'youngestFirst' }, context)).toBe(true);
});

describe('a list of conditions', () => {
  const caf: Condition = { kind: 'scheme', in: ['caf'] };
  const wednesday: Condition = { kind: 'weekday', in: [3] };

  test('holds when all of it does', () => {
    expect(allHold([caf, wednesday], presence({ scheme: 'caf' }))).toBe(true);
    expect(allHold([caf, wednesday], presence({ scheme: 'msa' }))).toBe(false);
  });

  test('holds for everybody when it is empty, or left out', () => {
    expect(allHold([], presence())).toBe(true);
    expect(allHold(undefined, presence())).toBe(true);
  });
});
