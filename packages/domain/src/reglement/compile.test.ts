import { expect, test } from 'vitest';
import { day } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import { usualTown } from '../testing/usual-town.ts';
import { compileReglement } from './compile.ts';
import type { ReglementDocument, Stage } from './document.ts';

const reglement = compileReglement(usualTown);

/** The usual town with other stages for every activity. */
function withStages(booking: readonly Stage[]): ReglementDocument {
  const activities = usualTown.activities.map((activity) => ({ ...activity, booking }));
  return { ...usualTown, activities };
}

test('a unit is found with its activity, and an unknown one is not', () => {
  expect(reglement.unit('soir')?.activity.code).toBe('periscolaire');
  expect(reglement.unit('soir')?.unit.label).toBe('Périscolaire soir');
  expect(reglement.unit('goûter')).toBeUndefined();
});

test('incompatibility holds both ways, whichever unit says so', () => {
  expect([...(reglement.unit('mercredi-journee')?.conflicts ?? [])]).toEqual([
    'mercredi-matin-repas',
    'mercredi-apres-midi',
  ]);
  expect([...(reglement.unit('mercredi-apres-midi')?.conflicts ?? [])]).toEqual([
    'mercredi-journee',
  ]);
  expect(reglement.unit('matin')?.conflicts.size).toBe(0);
});

test('the limit is the end of what the portal allows', () => {
  const limit = fromIso('2026-11-20T07:30:00+01:00');
  expect(reglement.limitAt('matin', day('2026-11-24'), 'book')).toBe(limit);
  expect(reglement.limitAt('matin', day('2026-11-24'), 'cancel')).toBe(limit);
});

test('a portal open to two successive stages is limited by the last of them', () => {
  const until = (hours: number) => ({ kind: 'hoursBefore', hours, unit: 'working' }) as const;
  const both = ['online', 'staff'] as const;
  const twoStages = compileReglement(
    withStages([
      { channels: both, until: until(48), consequence: { kind: 'normal' } },
      { channels: both, until: until(24), consequence: { kind: 'normal' } },
      { channels: ['staff'], until: null, consequence: { kind: 'normal' } },
    ]),
  );
  expect(twoStages.limitAt('matin', day('2026-11-24'), 'book')).toBe(
    fromIso('2026-11-23T07:30:00+01:00'),
  );
});

test('there is no limit where the portal is always open, and none where it is never open', () => {
  for (const channels of [['online', 'staff'], ['staff']] as const) {
    const stages: Stage[] = [{ channels, until: null, consequence: { kind: 'normal' } }];
    const endless = compileReglement(withStages(stages));
    expect(endless.limitAt('matin', day('2026-11-24'), 'book')).toBeNull();
  }
});

test('what depends on the unit and the day is computed once and frozen', () => {
  const once = reglement.unitDay('matin', day('2026-11-24'));
  expect(reglement.unitDay('matin', day('2026-11-24'))).toBe(once);
  expect(once.tariff(600)).toBe(once.tariff(600));
  expect(Object.isFrozen(once.tariff(600).booked(0).reasons)).toBe(true);
  expect(Object.isFrozen(once.book.leftToStaff)).toBe(true);
});

test('a day is computed again for another stay only where a limit counts from the stay', () => {
  const fromStay: Stage = {
    channels: ['online', 'staff'],
    until: { kind: 'daysBefore', days: 8, unit: 'clear', at: '24:00', anchor: 'stay' },
    consequence: { kind: 'normal' },
  };
  const stays = compileReglement(withStages([fromStay]));
  const [on, from] = [day('2026-11-24'), day('2026-11-23')];
  expect(stays.unitDay('matin', on).book.normalUntil).toBe(fromIso('2026-11-16T00:00:00+01:00'));
  const inStay = stays.unitDay('matin', on, from);
  expect(inStay.book.normalUntil).toBe(fromIso('2026-11-15T00:00:00+01:00'));
  expect(stays.unitDay('matin', on, from)).toBe(inStay);
  expect(reglement.unitDay('matin', on, from)).toBe(reglement.unitDay('matin', on));
});

test('an unknown unit, or a day before the règlement, is a mistake of the caller', () => {
  expect(() => reglement.unitDay('goûter', day('2026-11-24'))).toThrow(RangeError);
  expect(() => reglement.limitAt('matin', day('2025-08-31'), 'book')).toThrow(RangeError);
});

test('closures given with the règlement are in its calendar', () => {
  const closure = {
    from: day('2026-11-24'),
    until: day('2026-11-24'),
    label: 'travaux',
    facilityId: null,
    activityCode: null,
  };
  const closed = compileReglement(usualTown, [closure]);
  expect(closed.calendar.closureOn(day('2026-11-24'), 'f', 'mercredi')).toEqual(closure);
  expect(reglement.calendar.closureOn(day('2026-11-24'), 'f', 'mercredi')).toBeNull();
});
