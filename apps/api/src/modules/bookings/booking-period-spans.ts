import { schoolCalendarOf } from '@preau/domain/calendar/school-holidays';
import { formatDayWithYear, NBSP } from '@preau/domain/explain/format-fr';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { ActivityRules, BookingWindow, Moment } from '@preau/domain/reglement/document';
import { countedOpening } from '@preau/domain/reglement/openings';
import { type Day, firstOfMonth, lastOfMonth } from '@preau/domain/time/day';
import { type Instant, instantAt } from '@preau/domain/time/instant';

/** A period of an activity, and when families may book it online. */
export type PeriodSpan = {
  readonly code: string;
  readonly label: string;
  /** Both included. */
  readonly from: Day;
  readonly until: Day;
  /** `null` = always was open; `notAnnounced` = it will be made known. */
  readonly opens: Instant | 'notAnnounced' | null;
  /** Of the whole period; `null` = with the limit of each day. */
  readonly closes: Instant | null;
};

/**
 * The periods of an activity that hold the days of some sessions: its windows where it has some,
 * else the months, or the school holidays of what is held in holidays. What is not announced yet is
 * one period. A window that is not over is told even before its sessions are planned.
 *
 * @param days of the sessions to come of an age group, in order
 * @param within first and last day of the school year of the enrolment
 */
export function spansOf(
  activity: ActivityRules,
  group: string,
  days: readonly Day[],
  within: { readonly from: Day; readonly until: Day },
  reglement: CompiledReglement,
): PeriodSpan[] {
  const { opening } = activity;
  const { timeZone } = reglement.calendar;
  const instantOf = ({ on, at }: Moment) => instantAt(on, at, timeZone);
  switch (opening.kind) {
    case 'windows':
      return opening.windows
        .filter(({ sessions }) => sessions.until >= within.from && sessions.from <= within.until)
        .map((window) => ({
          code: window.code,
          label: window.label,
          ...window.sessions,
          opens: instantOf(turnOf(window, group)),
          closes: window.closes === null ? null : instantOf(window.closes),
        }));
    case 'announced':
      return announcedSpan(activity, days);
    case 'precedingMonth':
      return monthsOf(days).map((month) => {
        const opens = turnOf(countedOpening(opening, month.from), group);
        return { ...month, opens: instantOf(opens), closes: null };
      });
    case 'daysBefore':
      return monthsOf(days).map((month) => {
        const first = days.find((on) => month.from <= on) ?? month.from;
        const opens = turnOf(countedOpening(opening, first), group);
        return { ...month, opens: instantOf(opens), closes: null };
      });
    case 'always': {
      const held = activity.kind === 'holiday' ? holidaysOf(days, reglement) : monthsOf(days);
      return held.map((period) => ({ ...period, opens: null, closes: null }));
    }
  }
}

function turnOf(
  { staggered, opens }: Pick<BookingWindow, 'staggered' | 'opens'>,
  group: string,
): Moment {
  return staggered.find((turn) => turn.group === group && turn.when === undefined)?.opens ?? opens;
}

type NamedRange = Pick<PeriodSpan, 'code' | 'label' | 'from' | 'until'>;

function announcedSpan({ code, label }: ActivityRules, days: readonly Day[]): PeriodSpan[] {
  const [from] = days;
  const until = days.at(-1);
  if (from === undefined || until === undefined) return [];
  return [{ code, label, from, until, opens: 'notAnnounced', closes: null }];
}

function monthsOf(days: readonly Day[]): NamedRange[] {
  return [...new Set(days.map(firstOfMonth))].map((from) => {
    const [, ...words] = formatDayWithYear(from).split(NBSP);
    const label = words.join(' ');
    return {
      code: from.slice(0, 7),
      label: label.charAt(0).toUpperCase() + label.slice(1),
      from,
      until: lastOfMonth(from),
    };
  });
}

/** A day of no known holidays, in a place without school zone, belongs to its month. */
function holidaysOf(days: readonly Day[], { document }: CompiledReglement): NamedRange[] {
  const known = schoolCalendarOf(document.calendar).holidays;
  const holding = (on: Day) => known.find(({ from, until }) => from <= on && on <= until);
  const named = new Set(days.flatMap((on) => holding(on) ?? []));
  return [
    ...[...named].map(({ name, from, until }) => ({
      code: `vacances-${from}`,
      label: `${name} ${from.slice(0, 4)}`,
      from,
      until,
    })),
    ...monthsOf(days.filter((on) => holding(on) === undefined)),
  ];
}
