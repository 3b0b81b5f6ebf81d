import type { Calendar } from '../calendar/calendar.ts';
import type { Reason } from '../explain/reasons.ts';
import type { Day } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import type { Channel, Stage, UnitRules } from './document.ts';
import { limitInstant } from './limits.ts';

/** One stage on one day: whom it serves, when it ends, and the reason given inside it. */
export type StageWindow = {
  readonly channels: readonly Channel[];
  /** First instant that is too late; `null` = never. */
  readonly until: Instant | null;
  readonly inTime: readonly Reason[];
};

/**
 * The stages of booking (or cancelling) one unit on one day, turned into instants and ready-made
 * reasons. Built once per unit, day and action; verdicts share these frozen arrays.
 */
export type StageWindows = {
  readonly stages: readonly StageWindow[];
  /** End of the first stage, after which a request is late; `null` = never late. */
  readonly normalUntil: Instant | null;
  /** End of the last stage open online; `null` when it never ends, or never exists. */
  readonly onlineUntil: Instant | null;
  readonly everOnline: boolean;
  /** Why nobody may any more. */
  readonly passed: readonly Reason[];
  /** Why only staff still may. */
  readonly leftToStaff: readonly Reason[];
  /** Why a late request is possible all the same. */
  readonly late: Readonly<Record<Channel, readonly Reason[]>>;
};

const noLimit: readonly Reason[] = Object.freeze([Object.freeze<Reason>({ code: 'noLimit' })]);

/** @param action told in the reason that sends the household to the staff */
export function openWindows(
  stages: readonly Stage[],
  action: 'book' | 'cancel',
  unit: UnitRules,
  on: Day,
  calendar: Calendar,
): StageWindows {
  const windows = stages.map((stage) => openWindow(stage, unit, on, calendar));
  const lastOnline = stages.findLastIndex((stage) => stage.channels.includes('online'));
  const staffOnly: Reason = Object.freeze({ code: 'staffOnly', action });
  const onlinePassed = passedReasons(stages[lastOnline], windows[lastOnline]);
  const normalPassed = passedReasons(stages[0], windows[0]);
  return {
    stages: windows,
    normalUntil: windows[0]?.until ?? null,
    onlineUntil: windows[lastOnline]?.until ?? null,
    everOnline: lastOnline >= 0,
    passed: passedReasons(stages.at(-1), windows.at(-1)),
    leftToStaff: Object.freeze([...onlinePassed, staffOnly]),
    late: {
      online: normalPassed,
      staff: Object.freeze(
        normalPassed.map((reason) =>
          reason.code === 'limitPassed'
            ? Object.freeze<Reason>({ ...reason, code: 'lateByStaff' })
            : reason,
        ),
      ),
    },
  };
}

/**
 * The first stage that serves the channel and is not over: the instant `until` itself is too late.
 */
export function stageOpenAt(
  windows: StageWindows,
  channel: Channel,
  now: Instant,
): StageWindow | undefined {
  for (const stage of windows.stages) {
    if ((stage.until === null || now < stage.until) && stage.channels.includes(channel)) {
      return stage;
    }
  }
  return undefined;
}

function openWindow(stage: Stage, unit: UnitRules, on: Day, calendar: Calendar): StageWindow {
  const { channels, until: limit } = stage;
  if (limit === null) return { channels, until: null, inTime: noLimit };
  const limitAt = limitInstant(limit, unit, on, calendar);
  const withinLimit: Reason = Object.freeze({ code: 'withinLimit', limitAt, limit });
  return { channels, until: limitAt, inTime: Object.freeze([withinLimit]) };
}

function passedReasons(
  stage: Stage | undefined,
  window: StageWindow | undefined,
): readonly Reason[] {
  const limit = stage?.until ?? null;
  const limitAt = window?.until ?? null;
  if (limit === null || limitAt === null) return [];
  return Object.freeze([Object.freeze<Reason>({ code: 'limitPassed', limitAt, limit })]);
}
