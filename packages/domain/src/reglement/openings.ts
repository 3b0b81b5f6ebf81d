import type { Calendar } from '../calendar/calendar.ts';
import type { Reason } from '../explain/reasons.ts';
import { allHold } from '../prices/conditions.ts';
import type { PriceContext } from '../prices/price-context.ts';
import { type Day, addDays } from '../time/day.ts';
import { type Instant, instantAt } from '../time/instant.ts';
import type { BookingWindow, Moment, Opening, StaggeredTurn, TurnOwner } from './document.ts';
import { dayOfPrecedingMonth } from './limits.ts';

/** Whether families may book one day online at one moment. */
export type OpeningState =
  | { readonly kind: 'open' }
  /** `at` = from when; `null` = it will be made known. */
  | { readonly kind: 'notYet'; readonly at: Instant | null; readonly reasons: readonly Reason[] }
  /** It was: the staff still can. */
  | { readonly kind: 'over'; readonly reasons: readonly Reason[] };

/**
 * The opening of one activity on one day, for each age group.
 *
 * @param context of the child, asked only where a turn is kept for those a condition names; left
 *   out, it is nobody's turn but a group's
 */
export type OpeningOfDay = (
  group: string,
  now: Instant,
  context?: () => PriceContext,
) => OpeningState;

type Span = {
  readonly opens: Instant;
  readonly closes: Instant | null;
  readonly notYet: OpeningState;
  readonly over: OpeningState;
};

const open: OpeningState = Object.freeze({ kind: 'open' });
const alwaysOpen: OpeningOfDay = () => open;
const notAnnounced: OpeningState = Object.freeze({
  kind: 'notYet',
  at: null,
  reasons: Object.freeze([Object.freeze<Reason>({ code: 'notAnnounced' })]),
});
const neverAnnounced: OpeningOfDay = () => notAnnounced;

/** Turns the opening of an activity into instants, once per day of a session. */
export function openingOfDay(opening: Opening, on: Day, calendar: Calendar): OpeningOfDay {
  switch (opening.kind) {
    case 'always':
      return alwaysOpen;
    case 'announced':
      return neverAnnounced;
    case 'precedingMonth':
    case 'daysBefore':
      return inTurns([turnsOf(countedOpening(opening, on), calendar)]);
    case 'windows':
      return windowsOfDay(opening.windows, on, calendar);
  }
}

function windowsOfDay(
  windows: readonly BookingWindow[],
  on: Day,
  calendar: Calendar,
): OpeningOfDay {
  const here = windows.filter(({ sessions }) => sessions.from <= on && on <= sessions.until);
  if (here.length === 0) return neverAnnounced;
  return inTurns(here.map((window) => turnsOf(window, calendar)));
}

/** What opens at one moment, for some at another. */
type Opens = Pick<BookingWindow, 'opens' | 'closes' | 'staggered'> & {
  readonly label: string | null;
};

/**
 * When one day opens that is counted from the day itself: so many days before, or from a day of the
 * month before; its turns are counted likewise.
 */
export function countedOpening(
  opening: Extract<Opening, { kind: 'precedingMonth' | 'daysBefore' }>,
  on: Day,
): Opens {
  const { at } = opening;
  if (opening.kind === 'daysBefore') {
    const { days, staggered = [] } = opening;
    return opensFrom(
      { on: addDays(on, -days), at },
      staggered.map((turn) => withOpens(turn, { on: addDays(on, -turn.days), at: turn.at ?? at })),
    );
  }
  const { day, staggered = [] } = opening;
  return opensFrom(
    { on: dayOfPrecedingMonth(on, day), at },
    staggered.map((turn) =>
      withOpens(turn, { on: dayOfPrecedingMonth(on, turn.day), at: turn.at ?? at }),
    ),
  );
}

/** Nothing closes it but the limit of the day. */
function opensFrom(opens: Moment, staggered: readonly StaggeredTurn[]): Opens {
  return { opens, closes: null, label: null, staggered };
}

function withOpens({ group, when }: TurnOwner, opens: Moment): StaggeredTurn {
  return { group, when, opens };
}

/** One moment at which something opens, and for whom. */
type Turn = TurnOwner & { readonly span: Span };

function inTurns(turns: readonly (readonly [Turn, ...Turn[]])[]): OpeningOfDay {
  return (group, now, context) =>
    stateAt(
      turns.map((own) => own.find((turn) => isTurnOf(turn, group, context))?.span ?? own[0].span),
      now,
    );
}

/** Its turns in their order; the first element, which nobody is named by, is everybody's. */
function turnsOf(
  { opens, closes, label, staggered }: Opens,
  calendar: Calendar,
): readonly [Turn, ...Turn[]] {
  return [
    { group: undefined, when: [], span: spanOf(opens, closes, label, calendar) },
    ...staggered.map(({ group, when, opens: own }) => ({
      group,
      when,
      span: spanOf(own, closes, label, calendar),
    })),
  ];
}

function isTurnOf(
  { group, when = [] }: Turn,
  asking: string,
  context: (() => PriceContext) | undefined,
): boolean {
  if (group === undefined && when.length === 0) return false;
  if (group !== undefined && group !== asking) return false;
  return when.length === 0 || (context !== undefined && allHold(when, context()));
}

/** Open where one of them is; otherwise the next to open, or else the last that was. */
function stateAt(spans: readonly Span[], now: Instant): OpeningState {
  let next: Span | undefined;
  let last: Span | undefined;
  for (const span of spans) {
    if (now < span.opens) {
      if (next === undefined || span.opens < next.opens) next = span;
    } else if (span.closes === null || now < span.closes) {
      return open;
    } else if (last === undefined || span.closes > (last.closes ?? 0)) {
      last = span;
    }
  }
  return next?.notYet ?? last?.over ?? notAnnounced;
}

function spanOf(
  opensAt: Moment,
  closesAt: Moment | null,
  label: string | null,
  calendar: Calendar,
): Span {
  const opens = momentOf(opensAt, calendar);
  const closes = closesAt === null ? null : momentOf(closesAt, calendar);
  const opensReason: Reason = Object.freeze({ code: 'opensAt', at: opens, label });
  const overReasons: readonly Reason[] =
    closes === null
      ? []
      : [
          Object.freeze<Reason>({ code: 'windowClosed', at: closes, label }),
          Object.freeze<Reason>({ code: 'staffOnly', action: 'book' }),
        ];
  return {
    opens,
    closes,
    notYet: Object.freeze({ kind: 'notYet', at: opens, reasons: Object.freeze([opensReason]) }),
    over: Object.freeze({ kind: 'over', reasons: Object.freeze(overReasons) }),
  };
}

function momentOf({ on, at }: Moment, { timeZone }: Calendar): Instant {
  return instantAt(on, at, timeZone);
}
