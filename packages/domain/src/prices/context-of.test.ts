import { describe, expect, test } from 'vitest';
import type { DayKind } from '../calendar/calendar.ts';
import type { ActivityKind } from '../reglement/document.ts';
import type { ProfileRules } from '../reglement/vocabulary/profile-rules.ts';
import { day } from '../time/day.ts';
import type { ChildProfile, Sibling } from './child-profile.ts';
import { contextOf, residenceOf, seasonOn } from './context-of.ts';

const rules: ProfileRules = {
  residences: [
    { code: 'commune', label: 'Commune' },
    { code: 'cc', label: 'Communauté de communes', equivalents: ['travaille-ici'] },
    { code: 'dehors', label: 'Extérieur' },
  ],
  modes: [
    { code: 'regulier', label: 'Régulier' },
    { code: 'ponctuel', label: 'Ponctuel' },
  ],
};
const on = day('2026-11-18');

function context(profile?: ChildProfile) {
  return contextOf({
    document: { profile: rules },
    calendar: { dayKind: () => ({ kind: 'offDay' }) },
    activity: { kind: 'wednesday' },
    unit: { code: 'journee', startsAt: '09:00', endsAt: '17:00' },
    on,
    quotient: null,
    profile,
  });
}

test('what is not said of a child has the usual answer', () => {
  expect(context()).toMatchObject({
    residence: 'commune',
    mode: 'regulier',
    scheme: null,
    flags: [],
    extras: [],
    season: 'term',
    arrival: null,
  });
  expect(context().rank('registered', 'oldestFirst')).toBe(1);
  expect(context().children('dependent')).toBe(1);
  expect(context().presences('month')).toBe(1);
});

test.each([
  [null, [], 'commune'],
  ['dehors', [], 'dehors'],
  ['dehors', ['travaille-ici'], 'cc'],
  ['commune', ['travaille-ici'], 'commune'],
  ['lune', [], 'lune'],
])('of residence %s with the flags %j, one counts as %s', (declared, flags, expected) => {
  expect(residenceOf(rules, declared, flags)).toBe(expected);
});

test('a règlement without classes of residence has none', () => {
  expect(residenceOf(undefined, null, [])).toBeNull();
});

test.each<[DayKind, ActivityKind, string]>([
  [{ kind: 'schoolHoliday', name: 'Toussaint' }, 'wednesday', 'holidays'],
  [{ kind: 'school' }, 'holiday', 'term'],
  [{ kind: 'offDay' }, 'holiday', 'term'],
  [{ kind: 'publicHoliday', name: 'Noël' }, 'holiday', 'holidays'],
  [{ kind: 'unknown', after: on }, 'lunch', 'term'],
  [{ kind: 'weekend' }, 'holiday', 'holidays'],
])('%j of an activity of kind %s is in %s', (dayKind, kind, expected) => {
  expect(seasonOn(on, { kind }, { dayKind: () => dayKind })).toBe(expected);
});

test('the words of the règlement name its codes, which stand for themselves otherwise', () => {
  expect(context().labelOf?.('residence', 'cc')).toBe('Communauté de communes');
  expect(context().labelOf?.('flag', 'pai')).toBe('pai');
});

describe('the children that are counted', () => {
  const child = (bornOn: string | null, counted: Partial<Sibling> = {}): Sibling => ({
    self: false,
    bornOn: bornOn === null ? null : day(bornOn),
    registered: true,
    booked: false,
    present: false,
    ...counted,
  });
  const eldest = child('2015-03-01', { booked: true });
  const self = child('2018-05-01', { self: true, booked: true });
  const youngest = child('2022-09-01', { registered: false, present: true });
  const of = context({ siblings: [youngest, self, eldest] });

  test('are those registered, booked, present that day, or all of the household', () => {
    expect(of.children('registered')).toBe(2);
    expect(of.children('booked')).toBe(2);
    expect(of.children('present')).toBe(2);
    expect(of.children('dependent')).toBe(3);
  });

  test('the child itself always is', () => {
    const alone = context({ siblings: [child('2018-05-01', { self: true, registered: false })] });
    expect(alone.children('registered')).toBe(1);
    expect(alone.rank('booked', 'oldestFirst')).toBe(1);
  });

  test('are ranked from the eldest, or from the youngest', () => {
    expect(of.rank('registered', 'oldestFirst')).toBe(2);
    expect(of.rank('registered', 'youngestFirst')).toBe(1);
    expect(of.rank('present', 'oldestFirst')).toBe(1);
    expect(of.rank('present', 'youngestFirst')).toBe(2);
    expect(of.rank('dependent', 'oldestFirst')).toBe(2);
  });

  test('twins are ranked by their place in the list, from its end for the youngest first', () => {
    const twin = child('2018-05-01');
    expect(context({ siblings: [twin, self] }).rank('registered', 'oldestFirst')).toBe(2);
    expect(context({ siblings: [self, twin] }).rank('registered', 'oldestFirst')).toBe(1);
    expect(context({ siblings: [twin, self] }).rank('registered', 'youngestFirst')).toBe(1);
    expect(context({ siblings: [self, twin] }).rank('registered', 'youngestFirst')).toBe(2);
  });

  test('may be more than those listed', () => {
    expect(context({ siblings: [self], dependentChildren: 4 }).children('dependent')).toBe(4);
    expect(context({ siblings: [self], dependentChildren: 4 }).children('registered')).toBe(1);
    expect(context({ siblings: [self, eldest], dependentChildren: 0 }).children('dependent')).toBe(
      2,
    );
  });

  test('without a birth date nobody is before anybody', () => {
    const unknown = child(null, { self: true });
    expect(context({ siblings: [eldest, unknown] }).rank('registered', 'oldestFirst')).toBe(1);
    expect(context({ siblings: [child(null), self] }).rank('registered', 'oldestFirst')).toBe(1);
  });
});
