import type { Reason } from '../explain/reasons.ts';
import { type Charge, nothing } from '../prices/charge.ts';
import type { Channel } from '../reglement/document.ts';
import {
  type StageWindow,
  type StageWindows,
  isLateAt,
  serves,
} from '../reglement/stage-windows.ts';
import type { Instant } from '../time/instant.ts';
import type { Constraint, Outcome, Verdict } from './verdict.ts';

/** A verdict is told to one channel, whose first stage it is held to. */
export type Asked = { readonly windows: StageWindows; readonly channel: Channel };

/** A verdict on time, for which nothing is awaited. */
export function verdict(
  outcome: Outcome,
  constraint: Constraint,
  { windows, channel }: Asked,
  reasons: readonly Reason[],
  charge: Charge,
): Verdict {
  const own = windows.stages.find(({ channels }) => serves(channels, channel));
  return {
    outcome,
    constraint,
    limitAt: own?.until ?? null,
    late: false,
    stage: 0,
    dueAt: null,
    reasons,
    cents: charge.cents,
    priceReasons: charge.reasons,
  };
}

/** The same, taken at a stage, in time or late. */
export function verdictAt(
  stage: StageWindow,
  outcome: Outcome,
  constraint: Constraint,
  asked: Asked,
  reasons: readonly Reason[],
  charge: Charge,
  dueAt: Instant | null = null,
): Verdict {
  const isLate = isLateAt(asked.windows, stage, asked.channel);
  const plain = verdict(outcome, constraint, asked, reasons, charge);
  return { ...plain, late: isLate, stage: stage.index, dueAt };
}

/** Refused: it costs nothing. */
export function refuse(constraint: Constraint, asked: Asked, reasons: readonly Reason[]): Verdict {
  return verdict('refused', constraint, asked, reasons, nothing);
}

/** Refused because it comes too late, for good. */
export function refuseLate(asked: Asked, reasons: readonly Reason[]): Verdict {
  return { ...refuse('deadlinePassed', asked, reasons), late: true };
}
