import { publicHolidays } from '@preau/domain/calendar/public-holidays';
import { formatClock, formatDayLong } from '@preau/domain/explain/format-fr';
import { addDays, type Day, weekdayOf } from '@preau/domain/time/day';
import {
  type ClockTime,
  type Instant,
  instantAt,
  localDayOf,
  localTimeOf,
} from '@preau/domain/time/instant';

/** When somebody answers on one weekday (1 = Monday … 7 = Sunday), in wall-clock times `HH:MM`. */
export type OfficeHours = {
  readonly weekday: number;
  readonly from: ClockTime;
  readonly until: ClockTime;
};

/** Whether somebody answers now. */
export type OpeningNow =
  | {
      readonly kind: 'open';
      readonly until: ClockTime;
      /** When it is to be asked again. */
      readonly changesAt: Instant;
    }
  | {
      readonly kind: 'closed';
      /** The public holiday that closes the day, where it is one with office hours. */
      readonly holiday: string | null;
      readonly opens: { readonly on: Day; readonly at: ClockTime; readonly inDays: number };
      readonly changesAt: Instant;
    };

/** Public holidays and bank-holiday bridges never close an office longer than that. */
const longestSearchDays = 35;

/**
 * Whether an office is open at an instant, and until or from when. It is closed on public holidays,
 * those of the whole country: days of local law are not told by the office hours.
 *
 * @param timeZone IANA zone of the office: its hours are wall-clock times there
 * @returns `null` where the organisation tells no hours
 */
export function openingNow(
  officeHours: readonly OfficeHours[],
  now: Instant,
  timeZone: string,
): OpeningNow | null {
  const today = localDayOf(now, timeZone);
  const clock = localTimeOf(now, timeZone);
  const here = slotsOn(officeHours, today).find(
    ({ from, until }) => from <= clock && clock < until,
  );
  if (here !== undefined) {
    const changesAt = instantAt(today, here.until, timeZone);
    return { kind: 'open', until: here.until, changesAt };
  }
  for (let inDays = 0; inDays <= longestSearchDays; inDays += 1) {
    const on = addDays(today, inDays);
    const next = slotsOn(officeHours, on).find(({ from }) => inDays > 0 || from > clock);
    if (next === undefined) continue;
    const works = officeHours.some(({ weekday }) => weekday === weekdayOf(today));
    return {
      kind: 'closed',
      holiday: works ? holidayOn(today) : null,
      opens: { on, at: next.from, inDays },
      changesAt: nextChange(instantAt(on, next.from, timeZone), today, timeZone),
    };
  }
  return null;
}

/** « Ouvert maintenant, jusqu’à 12 h », « Fermé, ouvre mardi à 9 h ». */
export function openingWords(opening: OpeningNow): string {
  if (opening.kind === 'open') return `Ouvert maintenant, jusqu’à ${formatClock(opening.until)}`;
  const { holiday, opens } = opening;
  const closed = holiday === null ? 'Fermé' : `Fermé (jour férié : ${holiday})`;
  return `${closed}, ouvre ${dayWords(opens)}à ${formatClock(opens.at)}`;
}

const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

function dayWords({ on, inDays }: { readonly on: Day; readonly inDays: number }): string {
  if (inDays === 0) return '';
  if (inDays === 1) return 'demain ';
  return inDays < 7 ? `${dayNames[weekdayOf(on) - 1]} ` : `le ${formatDayLong(on)} `;
}

/** One weekday, with what is told of it: « 9 h – 12 h et 14 h – 18 h ». */
export type DayHours = {
  readonly weekday: number;
  /** « Mardi ». */
  readonly name: string;
  readonly words: string;
};

/** The hours of a week, day by day from Monday, as the organisation gave them; closed days left out. */
export function hoursByDay(officeHours: readonly OfficeHours[]): readonly DayHours[] {
  return dayNames.flatMap((name, index) => {
    const weekday = index + 1;
    const slots = slotsOfWeekday(officeHours, weekday);
    if (slots.length === 0) return [];
    const words = slots.map(({ from, until }) => `${formatClock(from)} – ${formatClock(until)}`);
    return {
      weekday,
      name: name.charAt(0).toUpperCase() + name.slice(1),
      words: words.join(' et '),
    };
  });
}

/** Slots of a day that is worked, in order; two that touch are one. */
function slotsOn(officeHours: readonly OfficeHours[], on: Day): readonly OfficeHours[] {
  return holidayOn(on) === null ? slotsOfWeekday(officeHours, weekdayOf(on)) : [];
}

function slotsOfWeekday(
  officeHours: readonly OfficeHours[],
  weekday: number,
): readonly OfficeHours[] {
  const slots: OfficeHours[] = [];
  const own = officeHours.filter((slot) => slot.weekday === weekday && slot.from < slot.until);
  for (const slot of own.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = slots.at(-1);
    if (last === undefined || last.until < slot.from) slots.push(slot);
    else if (last.until < slot.until) slots[slots.length - 1] = { ...last, until: slot.until };
  }
  return slots;
}

function holidayOn(on: Day): string | null {
  return publicHolidays(Number(on.slice(0, 4)), 'metropole').get(on) ?? null;
}

/** « demain » is no longer true after midnight: it is asked again then at the latest. */
function nextChange(opens: Instant, today: Day, timeZone: string): Instant {
  const midnight = instantAt(addDays(today, 1), '00:00', timeZone);
  return opens < midnight ? opens : midnight;
}
