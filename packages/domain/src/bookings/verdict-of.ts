import type { Reason } from '../explain/reasons.ts';
import { type Charge, nothing } from '../prices/charge.ts';
import type { Channel } from '../reglement/document.ts';
import { type StageWindow, type StageWindows, serves } from '../reglement/stage-windows.ts';
import type { Instant } from '../time/instant.ts';
import type { Constraint, Outcome, Verdict } from './verdict.ts';

/** A verdict is told to one channel, whose normal stage it may be held to. */
export type Asked = { readonly windows: StageWindows; readonly channel: Channel };

/** A verdict on time, for which nothing is awaited. */
export function verdict(
  outcome: Outcome,
  constraint: Constraint,
  { windows, channel }: Asked,
  reasons: readonly Reason[],
  charge: Charge,
): Verdict {
  const [normal] = windows.stages;
  return {
    outcome,
    constraint,
    limitAt: normal !== undefined && serves(normal.channels, channel) ? windows.normalUntil : null,
    late: false,
    stage: 0,
    dueAt: null,
    reasons,
    cents: charge.cents,
    priceReasons: charge.reasons,
  };
}

/** The same, taken at a stage: late after the first. */
export function verdictAt(
  stage: StageWindow,
  outcome: Outcome,
  constraint: Constraint,
  asked: Asked,
  reasons: readonly Reason[],
  charge: Charge,
  dueAt: Instant | null = null,
): Verdict {
  const { index } = stage;
  const plain = verdict(outcome, constraint, asked, reasons, charge);
  return { ...plain, late: index > 0, stage: index, dueAt };
}

/** Refused: it costs nothing. */
export function refuse(constraint: Constraint, asked: Asked, reasons: readonly Reason[]): Verdict {
  return verdict('refused', constraint, asked, reasons, nothing);
}
