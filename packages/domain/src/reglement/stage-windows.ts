import type { Calendar } from '../calendar/calendar.ts';
import type { Reason } from '../explain/reasons.ts';
import type { Day } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import type { Channel, Consequence, Stage, UnitRules } from './document.ts';
import { type LimitFacts, limitInstant } from './limits.ts';

/** One stage on one day: whom it serves, when it ends, and the reason given inside it. */
export type StageWindow = {
  /** Place in the règlement's list: 0 is the normal stage. */
  readonly index: number;
  readonly channels: readonly Channel[];
  /** Booking modes it is for; `null` = all of them. */
  readonly modes: readonly string[] | null;
  readonly consequence: Consequence;
  /** First instant that is too late; `null` = never, or nobody can tell. */
  readonly until: Instant | null;
  /** Why nobody can tell when it ends; `null` = it is known. */
  readonly unknown: Reason | null;
  readonly inTime: readonly Reason[];
  /** Told once it is over: by the portal, and by the staff to whom it is possible all the same. */
  readonly passed: readonly Reason[];
  readonly passedByStaff: readonly Reason[];
};

/**
 * The stages of booking (or cancelling) one unit on one day, turned into instants and ready-made
 * reasons. Built once per unit, day and action; verdicts share these frozen arrays.
 */
export type StageWindows = {
  readonly stages: readonly StageWindow[];
  /** End of the first stage, after which a request is late; `null` = never late, or not known. */
  readonly normalUntil: Instant | null;
  /** End of the last stage open online; `null` when it never ends, is not known, or never exists. */
  readonly onlineUntil: Instant | null;
  readonly everOnline: boolean;
  /** Why only staff still may. */
  readonly leftToStaff: readonly Reason[];
};

/** The ways a request comes in that the staff records. */
const staffWays: readonly Channel[] = ['phone', 'mail', 'paper', 'desk'];

const noLimit: readonly Reason[] = Object.freeze([Object.freeze<Reason>({ code: 'noLimit' })]);

/** @param action told in the reason that sends the household to the staff */
export function openWindows(
  stages: readonly Stage[],
  action: 'book' | 'cancel',
  unit: UnitRules,
  on: Day,
  calendar: Calendar,
  facts: LimitFacts = {},
): StageWindows {
  const windows = stages.map((stage, index) => openWindow(stage, index, unit, on, calendar, facts));
  return windowsOf(windows, action);
}

/** Those of a booking mode, where some stages are for some modes only. */
export function windowsForMode(
  windows: StageWindows,
  action: 'book' | 'cancel',
  mode: string | null,
): StageWindows {
  if (windows.stages.every(({ modes }) => modes === null)) return windows;
  return windowsOf(
    windows.stages.filter(({ modes }) => modes === null || (mode !== null && modes.includes(mode))),
    action,
  );
}

function windowsOf(windows: readonly StageWindow[], action: 'book' | 'cancel'): StageWindows {
  const lastOnline = windows.findLast((stage) => serves(stage.channels, 'online'));
  const staffOnly: Reason = Object.freeze({ code: 'staffOnly', action });
  return {
    stages: windows,
    normalUntil: windows[0]?.until ?? null,
    onlineUntil: lastOnline?.until ?? null,
    everOnline: lastOnline !== undefined,
    leftToStaff: Object.freeze([...(lastOnline?.passed ?? []), staffOnly]),
  };
}

/**
 * Whether a stage open to these channels serves a request that came in this way. `staff` among them
 * stands for all the staff's ways; a request recorded as `staff`, without saying which, is served by
 * any of them.
 */
export function serves(channels: readonly Channel[], channel: Channel): boolean {
  if (channels.includes(channel)) return true;
  if (channel === 'online') return false;
  return channel === 'staff'
    ? channels.some((one) => staffWays.includes(one))
    : channels.includes('staff');
}

/**
 * The first stage that serves the channel and is not over: the instant `until` itself is too late.
 * One whose end nobody knows may be over or not: it is the one to ask about.
 */
export function stageOpenAt(
  windows: StageWindows,
  channel: Channel,
  now: Instant,
): StageWindow | undefined {
  for (const stage of windows.stages) {
    if ((stage.until === null || now < stage.until) && serves(stage.channels, channel)) {
      return stage;
    }
  }
  return undefined;
}

/** Of a first stage: they decide, without making anybody pay. */
const costsNothing: readonly Consequence['kind'][] = [
  'normal',
  'waitingList',
  'refused',
  'notStated',
];

/**
 * Whether a request that a stage serves comes late: an earlier stage was open to it, or the stage
 * makes it pay for coming after the normal one. A way of its own, at the normal price, is in time.
 * A cancellation that leaves something owed at the first stage already is charged as a late one.
 */
export function isLateAt(windows: StageWindows, stage: StageWindow, channel: Channel): boolean {
  const { kind } = stage.consequence;
  if (stage === windows.stages[0]) return !costsNothing.includes(kind);
  return (
    kind !== 'normal' ||
    windows.stages.some(({ index, channels }) => index < stage.index && serves(channels, channel))
  );
}

/**
 * First instant after the normal stage of a channel: that which serves it at the normal price, the
 * first of all where none does. `null` = never, or nobody can tell.
 */
export function normalUntilFor({ stages }: StageWindows, channel: Channel): Instant | null {
  const own = stages.find(
    ({ channels, consequence }) => consequence.kind === 'normal' && serves(channels, channel),
  );
  return (own ?? stages[0])?.until ?? null;
}

/**
 * Why a stage after the normal one decides: the limit that passed last before it; where none has,
 * the way the request came in.
 */
export function lateReasons(
  windows: StageWindows,
  stage: StageWindow,
  channel: Channel,
  now: Instant,
): readonly Reason[] {
  if (stage === windows.stages[0]) return stage.inTime;
  const passed = windows.stages.findLast(
    ({ index, until }) => index < stage.index && until !== null && now >= until,
  );
  if (passed === undefined) return [{ code: 'stageOfChannel', channel }, ...stage.inTime];
  return channel === 'online' ? passed.passed : passed.passedByStaff;
}

function openWindow(
  stage: Stage,
  index: number,
  unit: UnitRules,
  on: Day,
  calendar: Calendar,
  facts: LimitFacts,
): StageWindow {
  const { channels, modes = null, consequence, until: limit } = stage;
  const open = { index, channels, modes, consequence, until: null, unknown: null };
  if (limit === null) return { ...open, inTime: noLimit, passed: [], passedByStaff: [] };
  const evaluated = limitInstant(limit, unit, on, calendar, facts);
  if (evaluated.kind === 'unknown') {
    const { reason } = evaluated;
    return { ...open, unknown: reason, inTime: [], passed: [], passedByStaff: [] };
  }
  const { at: limitAt, limit: used } = evaluated;
  return {
    ...open,
    until: limitAt,
    inTime: only({ code: 'withinLimit', limitAt, limit: used }),
    passed: only({ code: 'limitPassed', limitAt, limit: used }),
    passedByStaff: only({ code: 'lateByStaff', limitAt, limit: used }),
  };
}

function only(reason: Reason): readonly Reason[] {
  return Object.freeze([Object.freeze(reason)]);
}
