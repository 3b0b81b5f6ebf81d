import { CaseError } from './case-error.ts';
import { owedFor } from './case-money.ts';
import { foundOfMoney } from './found.ts';
import type { Answer, Play } from './play.ts';
import { arrive } from './play-booking.ts';
import type { StepOf } from './steps.schema.ts';
import { childOf, type Target, targetsOf } from './targets.ts';

type PresenceStep = StepOf<'attend' | 'miss' | 'absent'>;

/** Who was there and who was not; found is what those sessions cost, as they stand. */
export function playPresence(step: PresenceStep, play: Play): Answer {
  const { world, worked } = play;
  const targets = targetsOf(step, worked, world.reglement);
  const now = arrive(step.at, play);
  if (step.do === 'attend' && targets.some((target) => world.isExcluded(target, now))) {
    const { expect = { outcome: 'accepted' } } = step;
    return { found: { outcome: 'refused', told: [] }, expected: expect };
  }
  for (const target of targets) {
    if (step.do === 'attend') {
      world.attend(target, step);
    } else {
      mustBeBooked(target, play);
      world.presences.miss(target, { ...step, toldAt: step.do === 'absent' ? now : null });
    }
  }
  return answerOf(targets, step.expect ?? null, play);
}

/** The proof of the absences of a child that have none: those of that unit and of those days, if said. */
export function playProof(step: StepOf<'prove'>, play: Play): Answer {
  const { world, worked } = play;
  const now = arrive(step.at, play);
  const child = childOf(step, worked);
  const { unit, on, days = on === undefined ? undefined : [on] } = step;
  const isMeant = (one: Target) =>
    one.child === child &&
    (unit === undefined || one.unit === unit) &&
    (days === undefined || days.includes(one.on));
  const proved = world.presences.all().filter((one) => one.absence !== null && isMeant(one));
  if (now === null || proved.length === 0) {
    throw new CaseError('aucune absence de cet enfant n’attend de justificatif');
  }
  world.presences.prove(isMeant, now);
  return answerOf(proved, step.expect ?? null, play);
}

function answerOf(
  targets: readonly Target[],
  expected: Answer['expected'],
  { world }: Play,
): Answer {
  if (expected === null) return { found: { told: [] }, expected };
  return { found: foundOfMoney(owedFor(world, targets)), expected };
}

function mustBeBooked(target: Target, { world }: Play): void {
  if (world.booking(target) !== undefined) return;
  throw new CaseError(`rien n’est réservé le ${target.on} (« ${target.unit} »)`);
}
