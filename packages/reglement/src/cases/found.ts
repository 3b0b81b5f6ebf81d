import { isDoneOutcome, type Verdict } from '@preau/domain/bookings/verdict';
import type { EnrolmentVerdict } from '@preau/domain/enrolments/decide-enrolment';
import type { Reason } from '@preau/domain/explain/reasons';
import type { ChargeLine } from '@preau/domain/rating/charge-line';
import type { CaseClock } from './case-moments.ts';
import { type Owed, totalOf } from './case-money.ts';
import type { CaseWorld, Gesture } from './case-world.ts';
import type { Expected } from './expect.schema.ts';
import type { Target } from './targets.ts';

/** What can be found after a step; instants as the clock of the organisation shows them. */
export type Found = Partial<{ readonly [Field in keyof Expected]: unknown }> & {
  /** Why, for whoever reads the story of the case: what was decided, then what it costs. */
  readonly told: readonly Reason[];
};

/** A line as a case tells it. */
export type FoundLine = Pick<ChargeLine, 'kind' | 'unit' | 'on' | 'code'> & {
  readonly child: string | null;
  /** `null` = the règlement does not say the amount. */
  readonly cents: number | null;
  readonly reasons: readonly string[];
  readonly told: readonly Reason[];
};

/** How the booking stands, whatever was asked. */
function standing(world: CaseWorld, target: Target, clock: CaseClock) {
  const booking = world.booking(target);
  return {
    state: booking?.state ?? null,
    until: clock.shown(booking?.until),
    remindAt: clock.shown(booking?.remindAt),
    free: world.free(target),
  };
}

/** Several sessions asked together are told by the first that is not done, then the first late one. */
export function foundOfVerdicts(
  verdicts: readonly Verdict[],
  world: CaseWorld,
  target: Target,
  clock: CaseClock,
): Found {
  const verdict =
    verdicts.find(({ outcome }) => !isDoneOutcome(outcome)) ??
    verdicts.find(({ late }) => late) ??
    verdicts[0];
  if (verdict === undefined) return { told: [] };
  const { outcome, constraint, late, stage, reasons, priceReasons } = verdict;
  return {
    ...standing(world, target, clock),
    outcome,
    constraint,
    late,
    stage,
    limitAt: clock.shown(verdict.limitAt),
    dueAt: clock.shown(verdict.dueAt),
    opensAt: clock.shown(reasons.find(isOpening)?.at),
    cents: centsOf(verdicts),
    reasons: codesOf(reasons),
    priceReasons: codesOf(priceReasons),
    code: null,
    told: [...reasons, ...priceReasons],
  };
}

export function foundOfEnrolment(
  verdict: EnrolmentVerdict,
  world: CaseWorld,
  target: Target,
  clock: CaseClock,
): Found {
  const { outcome, reasons } = verdict;
  return {
    ...standing(world, target, clock),
    outcome,
    dueAt: clock.shown(verdict.dueAt),
    opensAt: clock.shown(reasons.find(isOpening)?.at),
    reasons: codesOf(reasons),
    told: reasons,
  };
}

/** What a gesture left, or how the booking stands where there was none. */
export function foundOfGesture(
  gesture: Gesture | null,
  world: CaseWorld,
  target: Target,
  clock: CaseClock,
): Found {
  const booking = world.booking(target);
  const answer = gesture?.kind === 'done' ? gesture.decision : undefined;
  const reasons = answer?.kind === 'answered' ? answer.reasons : [];
  return {
    ...standing(world, target, clock),
    outcome: null,
    constraint: null,
    limitAt: null,
    opensAt: null,
    cents: null,
    stage: booking?.stage ?? 0,
    late: booking?.late ?? false,
    dueAt: clock.shown(booking?.dueAt),
    reasons: codesOf(reasons),
    priceReasons: [],
    code: gesture?.kind === 'refused' ? gesture.code : null,
    told: reasons,
  };
}

/** What is owed, or would be: of a study that does not say it all, the total is unknown. */
export function foundOfMoney({ lines, due, free }: Owed): Found {
  const codes = [...new Set(lines.flatMap(({ reasons }) => codesOf(reasons)))];
  const total = totalOf(lines);
  return {
    outcome: lines.some(isRefused) ? 'refused' : total === null ? 'undetermined' : 'accepted',
    cents: total,
    lines: lines.map(foundLine),
    due,
    free,
    reasons: codes,
    priceReasons: codes,
    told: lines.flatMap(({ reasons }) => reasons),
  };
}

function foundLine(line: ChargeLine): FoundLine {
  const { kind, unit, on, code, childId, undetermined, reasons } = line;
  return {
    kind,
    unit,
    on,
    code,
    child: childId,
    cents: undetermined ? null : line.cents,
    reasons: codesOf(reasons),
    told: reasons,
  };
}

function codesOf(reasons: readonly Reason[]): readonly string[] {
  return reasons.map(({ code }) => code);
}

/** Of what is done, or would be at the staff's; `null` where the règlement does not say it. */
function centsOf(verdicts: readonly Verdict[]): number | null {
  const unsaid = verdicts.some(({ priceReasons }) => codesOf(priceReasons).includes(notStated));
  return unsaid ? null : verdicts.reduce((total, { cents }) => total + cents, 0);
}

const notStated: Reason['code'] = 'amountNotStated';
const presenceRefused = 'unbookedRefused';

function isRefused({ reasons }: ChargeLine): boolean {
  return codesOf(reasons).includes(presenceRefused);
}

function isOpening(
  reason: Reason,
): reason is Extract<Reason, { code: 'opensAt' | 'enrolmentOpensAt' }> {
  return reason.code === 'opensAt' || reason.code === 'enrolmentOpensAt';
}
