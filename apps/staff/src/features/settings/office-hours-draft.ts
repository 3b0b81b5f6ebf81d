import type { Settings } from './settings.queries.ts';

type OfficeHours = Settings['officeHours'][number];

/** A slot as it is being written: `HH:MM`, or nothing yet. */
export type HoursDraft = OfficeHours & { readonly key: string };

export function draftedHours(officeHours: readonly OfficeHours[]): readonly HoursDraft[] {
  return officeHours.map((slot, at) => ({
    ...slot,
    key: `${at}-${slot.weekday}-${slot.from}-${slot.until}`,
  }));
}

/** As they are sent: in the order of the week. */
export function writtenHours(drafts: readonly HoursDraft[]): OfficeHours[] {
  return drafts
    .map(({ weekday, from, until }) => ({ weekday, from, until }))
    .toSorted((one, other) => one.weekday - other.weekday || one.from.localeCompare(other.from));
}
