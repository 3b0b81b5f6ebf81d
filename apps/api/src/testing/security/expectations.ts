import type { ActorName } from './actors.ts';
import type { Asked } from './requests.ts';
import type { World } from './cast.ts';

/** What a route answers whom, when asked with the objects of alpha and of the staff of `here`. */
export type Expectation = {
  /** The request, made anew for each actor, with everything it names made for it. */
  readonly ask: (world: World) => Asked | Promise<Asked>;
  /** Statuses of those who differ from everybody else. */
  readonly answers: Partial<Record<ActorName, number>>;
  readonly everybodyElse: number;
};

type Make = Expectation['ask'];

/** The same answer for anybody, whatever cookie they hold. */
export function forAnybody(status: number, ask: Make): Expectation {
  return { ask, answers: {}, everybodyElse: status };
}

type ByParent = { own: number; otherHousehold: number };

/** For parents. `own`: both guardians of alpha. Everybody who is no parent must sign in. */
export function forParents({ own, otherHousehold }: ByParent, ask: Make): Expectation {
  return {
    ask,
    answers: {
      guardian: own,
      coGuardian: own,
      separatedParent: otherHousehold,
      otherGuardian: otherHousehold,
      foreignGuardian: otherHousehold,
    },
    everybodyElse: 401,
  };
}

/** For parents about themselves: an object of the guardian's own account is no other parent's. */
export function forParentsThemselves(own: number, others: number, ask: Make): Expectation {
  const answers = forParents({ own: others, otherHousehold: others }, ask);
  return { ...answers, answers: { ...answers.answers, guardian: own } };
}

type ByRole = { administrator: number; office: number; attendant: number; foreign: number };

/** For staff, by role. Who has none is refused; everybody who is no staff must sign in. */
export function forStaff(by: ByRole, ask: Make): Expectation {
  return {
    ask,
    answers: {
      administrator: by.administrator,
      office: by.office,
      attendant: by.attendant,
      roleless: 403,
      foreignAdministrator: by.foreign,
    },
    everybodyElse: 401,
  };
}

/** The status this actor is to be answered. */
export function statusFor({ answers, everybodyElse }: Expectation, actor: ActorName): number {
  return answers[actor] ?? everybodyElse;
}
