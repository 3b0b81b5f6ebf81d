import type { Verdict } from '@preau/domain/bookings/verdict';
import type { EnrolmentVerdict } from '@preau/domain/enrolments/decide-enrolment';
import type { Reason } from '@preau/domain/explain/reasons';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Channel } from '@preau/domain/reglement/document';
import { type Instant, instantAt, localDayOf, localTimeOf } from '@preau/domain/time/instant';
import type { Case, CaseMoment, CaseStep, Expected } from './case.schema.ts';
import { CaseWorld, type Gesture, type Target } from './case-world.ts';

/** One thing a case expects and the règlement does not answer. */
export type CaseFault = {
  /** Place among the steps, from 0. */
  readonly step: number;
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
};

/** What can be found after a step; instants as the clock of the organisation shows them. */
type Found = { readonly [Field in keyof Expected]-?: unknown };

const minute = 60_000;

/**
 * Works a case out: each step is decided by the engine at its moment, and what it comes to is
 * compared with what the case expects. What falls due meanwhile has fallen due.
 *
 * @returns nothing where the règlement answers as the case says
 * @throws RangeError when the case names a unit that the règlement does not have, or goes back in
 *   time
 */
export function runCase(reglement: CompiledReglement, worked: Case): CaseFault[] {
  const world = new CaseWorld(reglement, worked.facts);
  const { timeZone } = reglement.calendar;
  let last = Number.NEGATIVE_INFINITY;
  const arrive = (moment: CaseMoment, shift = 0): Instant => {
    const now = (instantAt(moment.on, moment.at, timeZone) + shift) as Instant;
    // Two questions may be asked around the same minute.
    if (now < last - minute) throw new RangeError(`« ${worked.title} » goes back in time`);
    last = Math.max(last, now);
    world.advance(now);
    return now;
  };
  return worked.steps.flatMap((step, at) =>
    faultsOf(step, at, worked, { world, arrive, timeZone }),
  );
}

type Run = {
  readonly world: CaseWorld;
  readonly arrive: (moment: CaseMoment, shift?: number) => Instant;
  readonly timeZone: string;
};

function faultsOf(step: CaseStep, at: number, worked: Case, run: Run): CaseFault[] {
  const { world, arrive, timeZone } = run;
  if (step.do === 'know') {
    arrive(step.at);
    world.know(step.facts);
    return [];
  }
  const target: Target = { unit: step.unit ?? worked.unit, on: step.on ?? worked.on };
  const find = (now: Instant) => found(world, target, play(step, target, world, now), timeZone);
  if ('around' in step) {
    return [
      ...compare(at, step.before, find(arrive(step.around, -minute)), timeZone),
      ...compare(at, step.from, find(arrive(step.around)), timeZone),
    ];
  }
  return compare(at, step.expect, find(arrive(step.at)), timeZone);
}

type Played = {
  readonly verdict?: Verdict;
  readonly enrolment?: EnrolmentVerdict;
  readonly gesture?: Gesture;
};

function play(
  step: Exclude<CaseStep, { do: 'know' }>,
  target: Target,
  world: CaseWorld,
  now: Instant,
): Played {
  const request = (action: 'book' | 'wait' | 'cancel', channel: Channel) =>
    ({ action, channel, ...target }) as const;
  switch (step.do) {
    case 'book':
    case 'wait':
    case 'cancel':
      return { verdict: world.do(request(step.do, step.channel), now) };
    case 'couldBook':
      return { verdict: world.ask(request('book', step.channel), now) };
    case 'couldWait':
      return { verdict: world.ask(request('wait', step.channel), now) };
    case 'couldCancel':
      return { verdict: world.ask(request('cancel', step.channel), now) };
    case 'couldEnrol':
      return { enrolment: world.askEnrolment(target, now) };
    case 'accept':
    case 'refuse':
      return { gesture: world.answer(target, step.do === 'accept', now) };
    case 'pay':
      return { gesture: world.pay(target) };
    case 'offer':
      return { gesture: world.offer(target, now) };
    case 'acceptOffer':
      return { gesture: world.acceptOffer(target, now) };
    case 'declineOffer':
      return { gesture: world.declineOffer(target) };
    case 'close':
      return { gesture: world.close(target) };
    case 'look':
      return {};
  }
}

function found(
  world: CaseWorld,
  target: Target,
  { verdict, enrolment, gesture }: Played,
  timeZone: string,
): Found {
  const booking = world.booking(target);
  const shown = (instant: Instant | null | undefined) =>
    instant === null || instant === undefined
      ? null
      : `${localDayOf(instant, timeZone)} ${localTimeOf(instant, timeZone)}`;
  const answered = gesture?.kind === 'done' ? gesture.decision : undefined;
  const asked = verdict ?? enrolment;
  const reasons = asked?.reasons ?? (answered?.kind === 'answered' ? answered.reasons : []);
  const opens = reasons.find(isOpening);
  return {
    outcome: asked?.outcome ?? null,
    constraint: verdict?.constraint ?? null,
    limitAt: shown(verdict?.limitAt),
    dueAt: shown(asked ? asked.dueAt : booking?.dueAt),
    opensAt: shown(opens?.at),
    remindAt: shown(booking?.remindAt),
    late: verdict?.late ?? booking?.late ?? false,
    cents: verdict?.cents ?? null,
    reasons: reasons.map(({ code }) => code),
    priceReasons: verdict?.priceReasons.map(({ code }) => code) ?? [],
    state: booking?.state ?? null,
    until: shown(booking?.until),
    free: world.free(target),
    code: gesture?.kind === 'refused' ? gesture.code : null,
  };
}

function compare(step: number, expected: Expected, seen: Found, timeZone: string): CaseFault[] {
  return Object.entries(expected).flatMap(([field, written]) => {
    const wanted = isMoment(written) ? readable(written, timeZone) : written;
    const actual = seen[field as keyof Found];
    const same = JSON.stringify(wanted) === JSON.stringify(actual);
    return same ? [] : [{ step, field, expected: wanted, found: actual }];
  });
}

function isOpening(
  reason: Reason,
): reason is Extract<Reason, { code: 'opensAt' | 'enrolmentOpensAt' }> {
  return reason.code === 'opensAt' || reason.code === 'enrolmentOpensAt';
}

function isMoment(value: unknown): value is CaseMoment {
  return typeof value === 'object' && value !== null && 'at' in value && 'on' in value;
}

/** `24:00` is the midnight that clocks show as `00:00` of the next day. */
function readable({ on, at }: CaseMoment, timeZone: string): string {
  const instant = instantAt(on, at, timeZone);
  return `${localDayOf(instant, timeZone)} ${localTimeOf(instant, timeZone)}`;
}
