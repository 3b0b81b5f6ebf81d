import type { Reason } from '../explain/reasons.ts';
import { type Charge, nothing } from '../prices/charge.ts';
import { type StageWindow, lateReasons, serves, stageOpenAt } from '../reglement/stage-windows.ts';
import type { Instant } from '../time/instant.ts';
import type { Verdict } from './verdict.ts';
import { type Asked, refuse, verdict, verdictAt } from './verdict-of.ts';

type Action = 'book' | 'cancel';

/**
 * What a stage decides by itself: nobody knows whether it is over, it says no, or its source does
 * not say what becomes of the request. `null` where it lets the request go on.
 */
export function decideAtStage(
  action: Action,
  asked: Asked,
  stage: StageWindow,
  now: Instant,
): Verdict | null {
  if (stage.unknown !== null) return undeterminedBy(stage.unknown, asked);
  const { windows, channel } = asked;
  const { kind } = stage.consequence;
  const late = () => (stage.index === 0 ? [] : lateReasons(windows, stage, channel, now));
  if (kind === 'refused') {
    const reasons = late();
    return refuse(
      'deadlinePassed',
      asked,
      reasons.length > 0 ? reasons : [{ code: 'neverPossible', action }],
    );
  }
  if (kind !== 'notStated') return null;
  const reasons: readonly Reason[] = [...late(), { code: 'consequenceNotStated', action }];
  return verdictAt(stage, 'undetermined', 'staffOnly', asked, reasons, nothing);
}

/** No stage serves the channel: the staff still may, or nobody. */
export function decideOutOfStages(
  action: Action,
  asked: Asked,
  now: Instant,
  charge: (stage: StageWindow) => Charge,
): Verdict {
  const { windows, channel } = asked;
  const left = channel === 'online' ? stageOpenAt(windows, 'staff', now) : undefined;
  if (left === undefined || left.consequence.kind === 'refused') {
    return refuse('deadlinePassed', asked, passedFor(action, asked));
  }
  if (left.unknown !== null) return undeterminedBy(left.unknown, asked);
  const constraint = windows.everOnline ? 'staffOnly' : 'neverOnline';
  return verdictAt(left, 'staffOnly', constraint, asked, windows.leftToStaff, charge(left));
}

function undeterminedBy(reason: Reason, asked: Asked): Verdict {
  return verdict('undetermined', 'staffOnly', asked, [reason], nothing);
}

/** Why nobody may any more, or why never in that way. */
function passedFor(action: Action, { windows, channel }: Asked): readonly Reason[] {
  const own = windows.stages.findLast(({ channels }) => serves(channels, channel));
  if (own === undefined && channel !== 'online') {
    return [{ code: 'channelNotServed', action, channel }];
  }
  if (windows.passed.length > 0) return windows.passed;
  if (own !== undefined && own.passed.length > 0) return own.passed;
  return [{ code: 'channelNotServed', action, channel }];
}
