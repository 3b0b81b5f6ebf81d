import type { Reason } from '../explain/reasons.ts';
import { type Charge, nothing } from '../prices/charge.ts';
import { type StageWindow, lateReasons, serves, stageOpenAt } from '../reglement/stage-windows.ts';
import type { Instant } from '../time/instant.ts';
import type { Verdict } from './verdict.ts';
import { type Asked, refuse, refuseLate, verdict, verdictAt } from './verdict-of.ts';

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
  const late = () => (stage === windows.stages[0] ? [] : lateReasons(windows, stage, channel, now));
  if (kind === 'refused') {
    const reasons = late();
    return reasons.length > 0
      ? refuseLate(asked, reasons)
      : refuse('deadlinePassed', asked, [{ code: 'neverPossible', action }]);
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
    return refuseOver(action, asked, now);
  }
  if (left.unknown !== null) return undeterminedBy(left.unknown, asked);
  const constraint = windows.everOnline ? 'staffOnly' : 'neverOnline';
  return verdictAt(left, 'staffOnly', constraint, asked, windows.leftToStaff, charge(left));
}

function undeterminedBy(reason: Reason, asked: Asked): Verdict {
  return verdict('undetermined', 'staffOnly', asked, [reason], nothing);
}

/** Nobody may any more, or never in that way. */
function refuseOver(action: Action, asked: Asked, now: Instant): Verdict {
  const { windows, channel } = asked;
  // Online, the limits of the staff are told too: they are why it cannot be asked there instead.
  const over = windows.stages.findLast(
    ({ until, channels }) =>
      until !== null && now >= until && (channel === 'online' || serves(channels, channel)),
  );
  if (over !== undefined) return refuseLate(asked, over.passed);
  return refuse('deadlinePassed', asked, [{ code: 'channelNotServed', action, channel }]);
}
