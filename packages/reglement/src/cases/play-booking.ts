import { isDoneOutcome, type Verdict } from '@preau/domain/bookings/verdict';
import type { Channel } from '@preau/domain/reglement/document';
import type { Instant } from '@preau/domain/time/instant';
import type { Manner } from './case-booking.ts';
import { usualMoment } from './case-moments.ts';
import type { Asked, Gesture } from './case-world.ts';
import { type Found, foundOfEnrolment, foundOfGesture, foundOfVerdicts } from './found.ts';
import type { CaseMoment } from './moments.schema.ts';
import type { Answer, Play } from './play.ts';
import type { StepOf } from './steps.schema.ts';
import { type Target, targetsOf } from './targets.ts';

type DoStep = StepOf<'book' | 'wait' | 'cancel'>;
type AskStep = StepOf<'couldBook' | 'couldWait' | 'couldCancel' | 'couldEnrol' | 'look'>;
type GestureStep = StepOf<
  'accept' | 'refuse' | 'pay' | 'refusePayment' | 'offer' | 'acceptOffer' | 'declineOffer' | 'close'
>;

/** Books, waits or cancels. Where nothing is expected, it has to be done. */
export function playBooking(step: DoStep, play: Play): Answer {
  const { world, clock } = play;
  const targets = targetsOf(step, play.worked, world.reglement);
  const verdicts = doAll(step, targets, play);
  const done = verdicts.every(({ outcome }) => isDoneOutcome(outcome));
  const found = foundOfVerdicts(verdicts, world, firstOf(targets), clock);
  return { found, expected: step.expect ?? (done ? null : { outcome: 'accepted' }) };
}

function doAll(step: DoStep, targets: readonly Target[], play: Play): readonly Verdict[] {
  const { world } = play;
  const moment = arrive(step.at, play);
  if (moment !== null || step.expect !== undefined || step.channel !== undefined) {
    const now = moment ?? usualOf(step.do, firstOf(targets), play, step);
    return world.do(targets, askedOf(step, step.do, step.channel), now);
  }
  return takeAll(step, targets, play);
}

/**
 * Done at no moment and expecting nothing, it is a fact of the case: by whichever channel serves,
 * and in time where the règlement does not say until when.
 */
function takeAll(step: DoStep, targets: readonly Target[], play: Play): readonly Verdict[] {
  const { world } = play;
  const now = usualOf(step.do, firstOf(targets), play, step);
  const ask = (channel: Channel) => askedOf(step, step.do, channel);
  const isOpen = (channel: Channel) =>
    world.ask(targets, ask(channel), now).every(({ outcome }) => isDoneOutcome(outcome));
  const channel = isOpen('online') ? 'online' : 'staff';
  const verdicts = world.do(targets, ask(channel), now);
  const isUnsaid = verdicts.some(({ outcome }) => outcome === 'undetermined');
  if (!isUnsaid || step.do !== 'book') return verdicts;
  for (const target of targets) world.take(target, mannerOf(step));
  return [];
}

/** What could be done then, or the minute before and the minute itself. */
export function playQuestion(step: AskStep, play: Play): readonly Answer[] {
  const { around, before, from, expect = null } = step;
  if (around === undefined || before === undefined || from === undefined) {
    return [{ found: answer(step, arrive(step.at, play), play), expected: expect }];
  }
  const { world, clock } = play;
  const ask = (now: Instant) => {
    world.advance(now);
    return answer(step, now, play);
  };
  return [
    { found: ask(clock.before(around)), expected: before },
    { found: ask(clock.at(around)), expected: from },
  ];
}

function answer(step: AskStep, moment: Instant | null, play: Play): Found {
  const { world, clock, worked } = play;
  const targets = targetsOf(step, worked, world.reglement);
  const first = firstOf(targets);
  const could = (action: Asked['action']) => {
    const now = moment ?? usualOf(action, first, play, step);
    const verdicts = world.ask(targets, askedOf(step, action, step.channel), now);
    return foundOfVerdicts(verdicts, world, first, clock);
  };
  switch (step.do) {
    case 'couldBook':
      return could('book');
    case 'couldWait':
      return could('wait');
    case 'couldCancel':
      return could('cancel');
    case 'couldEnrol': {
      const now = moment ?? usualOf('book', first, play, step);
      return foundOfEnrolment(world.askEnrolment(first, now), world, first, clock);
    }
    case 'look':
      return foundOfGesture(null, world, first, clock);
  }
}

/** What the staff, the family or the bank does to bookings that wait. */
export function playGesture(step: GestureStep, play: Play): Answer {
  const { world, clock, worked } = play;
  const targets = targetsOf(step, worked, world.reglement);
  const moment = arrive(step.at, play);
  const gestures = targets.map((target) =>
    gesture(step, target, moment ?? usualOf('book', target, play), play),
  );
  const told = gestures.find(({ kind }) => kind === 'refused') ?? gestures[0] ?? null;
  const found = foundOfGesture(told, world, firstOf(targets), clock);
  const refused = told?.kind === 'refused';
  return { found, expected: step.expect ?? (refused ? { code: null } : null) };
}

function gesture(step: GestureStep, target: Target, now: Instant, { world }: Play): Gesture {
  switch (step.do) {
    case 'accept':
    case 'refuse':
      return world.answer(target, step.do === 'accept', now);
    case 'pay':
      return world.pay(target);
    case 'refusePayment':
      return world.refusePayment(target);
    case 'offer':
      return world.offer(target, now);
    case 'acceptOffer':
      return world.acceptOffer(target, now);
    case 'declineOffer':
      return world.declineOffer(target);
    case 'close':
      return world.close(target);
  }
}

/** What bears no moment happens in time for the way and the mode it is asked in. */
function usualOf(
  action: Asked['action'],
  target: Target,
  { world }: Play,
  {
    channel,
    mode,
  }: { readonly channel?: Channel | undefined; readonly mode?: string | undefined } = {},
): Instant {
  const own = world.booking(target)?.mode ?? null;
  const asked = action === 'cancel' ? own : (mode ?? own);
  return usualMoment(action, world.dayOf(target), world.reglement, channel, asked);
}

/** What falls due until then has fallen due. */
export function arrive(moment: CaseMoment | undefined, { world, clock }: Play): Instant | null {
  if (moment === undefined) return null;
  const now = clock.at(moment);
  world.advance(now);
  return now;
}

function askedOf(
  step: DoStep | AskStep,
  action: Asked['action'],
  channel: Channel = 'online',
): Asked {
  const { paid = true, keptPercent = null } = step;
  const timeless = step.at === undefined && !('around' in step);
  // A question without days is about one cell; what is done keeps the minimum of days, however said.
  const together = step.days !== undefined || isDone(step);
  return { ...mannerOf(step), action, channel, paid, keptPercent, timeless, together };
}

function isDone({ do: what }: DoStep | AskStep): boolean {
  return what === 'book' || what === 'wait' || what === 'cancel';
}

function mannerOf({ mode = null, extras = [] }: Partial<Manner>): Manner {
  return { mode, extras };
}

function firstOf(targets: readonly Target[]): Target {
  const [first] = targets;
  if (first === undefined) throw new RangeError('No session');
  return first;
}
