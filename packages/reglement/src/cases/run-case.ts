import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Case } from './case.schema.ts';
import { CaseError } from './case-error.ts';
import { CaseClock } from './case-moments.ts';
import { CaseWorld } from './case-world.ts';
import { type Check, compare } from './compare.ts';
import { CaseFamily } from './family.ts';
import type { Found } from './found.ts';
import type { Answer, Play } from './play.ts';
import { playStep } from './play-step.ts';
import type { CaseStep } from './steps.schema.ts';

/** What a step came to. A step asked `around` a moment has two of these, one that only tells one. */
export type PlayedStep = {
  /** Place among the steps, from 0. */
  readonly at: number;
  readonly step: CaseStep;
  readonly found: Found | null;
  readonly checks: readonly Check[];
};

/** A case played to its end, or to the step that could not be played. */
export type PlayedCase = {
  readonly steps: readonly PlayedStep[];
  /** Why it stopped, in French; `null` = played to its end. */
  readonly stopped: string | null;
};

/** One thing a case expects and the règlement does not answer. */
export type CaseFault = Omit<Check, 'same'> & {
  /** Place among the steps, from 0. */
  readonly step: number;
};

/**
 * Works a case out: each step is decided by the engine at its moment, and what it comes to is
 * compared with what the case expects. What falls due meanwhile has fallen due.
 */
export function playCase(reglement: CompiledReglement, worked: Case): PlayedCase {
  const family = new CaseFamily(reglement.document, worked);
  const world = new CaseWorld(reglement, family);
  const clock = new CaseClock(reglement.calendar.timeZone);
  const play: Play = { worked, world, clock, extra: { memberships: [], fees: [] } };
  const steps: PlayedStep[] = [];
  for (const [at, step] of worked.steps.entries()) {
    let answers: readonly Answer[];
    try {
      answers = playStep(step, play);
    } catch (error) {
      // Whatever it is (a unit without a price that day), it concerns this case alone.
      if (!(error instanceof Error)) throw error;
      return { steps, stopped: `étape ${at + 1} : ${error.message}` };
    }
    if (answers.length === 0) steps.push({ at, step, found: null, checks: [] });
    for (const { found, expected } of answers) {
      const checks = expected === null ? [] : compare(expected, found, clock);
      steps.push({ at, step, found, checks });
    }
  }
  return { steps, stopped: null };
}

/**
 * What a case expects and is not so.
 *
 * @returns nothing where the règlement answers as the case says
 * @throws CaseError when a step cannot be played: it goes back in time, or names what is not there
 */
export function runCase(reglement: CompiledReglement, worked: Case): CaseFault[] {
  const { steps, stopped } = playCase(reglement, worked);
  if (stopped !== null) throw new CaseError(`« ${worked.title} », ${stopped}`);
  return steps.flatMap(({ at, checks }) =>
    checks
      .filter(({ same }) => !same)
      .map(({ field, expected, found }) => ({ step: at, field, expected, found })),
  );
}
