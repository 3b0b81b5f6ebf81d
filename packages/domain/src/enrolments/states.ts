import type { EnrolmentFact } from './enrolment-fact.ts';

/** Every state of an enrolment, in the order of its life. */
export const enrolmentStates = [
  'requested',
  'incomplete',
  'waitlisted',
  'accepted',
  'refused',
  'ended',
] as const;

export type EnrolmentState = (typeof enrolmentStates)[number];

/** States in which somebody still awaits an answer: the family, or the service. */
export const openEnrolmentStates: readonly EnrolmentState[] = [
  'requested',
  'incomplete',
  'waitlisted',
];

export type EnrolmentActor = 'guardian' | 'staff';

/** What the staff may answer to a request. */
export const enrolmentAnswers = ['accept', 'refuse', 'incomplete', 'wait'] as const;

export type EnrolmentAnswer = (typeof enrolmentAnswers)[number];

export type EnrolmentAction =
  | EnrolmentAnswer
  | 'ask'
  /** The parent has sent what was missing and asks again. */
  | 'complete'
  | 'withdraw';

export type EnrolmentTransition = {
  /** `none` = the child was never enrolled in that activity that school year. */
  readonly from: EnrolmentFact;
  readonly action: EnrolmentAction;
  readonly actors: readonly EnrolmentActor[];
  readonly to: EnrolmentState;
};

const guardian: readonly EnrolmentActor[] = ['guardian'];
const staff: readonly EnrolmentActor[] = ['staff'];

/**
 * What may happen to an enrolment, in which state, by whom, and what it becomes. Whether it may be
 * asked for *now* is the règlement's matter (`decideEnrolment`); what is not here never happens.
 */
export const enrolmentTransitions: readonly EnrolmentTransition[] = [
  { from: 'none', action: 'ask', actors: guardian, to: 'requested' },
  { from: 'refused', action: 'ask', actors: guardian, to: 'requested' },
  { from: 'ended', action: 'ask', actors: guardian, to: 'requested' },
  { from: 'incomplete', action: 'complete', actors: guardian, to: 'requested' },

  { from: 'requested', action: 'withdraw', actors: guardian, to: 'ended' },
  { from: 'incomplete', action: 'withdraw', actors: guardian, to: 'ended' },
  { from: 'waitlisted', action: 'withdraw', actors: guardian, to: 'ended' },

  // The staff enrols a child itself too: nobody need have asked.
  { from: 'none', action: 'accept', actors: staff, to: 'accepted' },
  { from: 'requested', action: 'accept', actors: staff, to: 'accepted' },
  { from: 'incomplete', action: 'accept', actors: staff, to: 'accepted' },
  { from: 'waitlisted', action: 'accept', actors: staff, to: 'accepted' },
  { from: 'refused', action: 'accept', actors: staff, to: 'accepted' },
  { from: 'ended', action: 'accept', actors: staff, to: 'accepted' },

  { from: 'requested', action: 'refuse', actors: staff, to: 'refused' },
  { from: 'incomplete', action: 'refuse', actors: staff, to: 'refused' },
  { from: 'waitlisted', action: 'refuse', actors: staff, to: 'refused' },

  { from: 'requested', action: 'incomplete', actors: staff, to: 'incomplete' },
  { from: 'waitlisted', action: 'incomplete', actors: staff, to: 'incomplete' },

  { from: 'requested', action: 'wait', actors: staff, to: 'waitlisted' },
  { from: 'incomplete', action: 'wait', actors: staff, to: 'waitlisted' },
];

/** The transition this actor may make from this state, or `undefined`. */
export function findEnrolmentTransition(
  from: EnrolmentFact,
  action: EnrolmentAction,
  actor: EnrolmentActor,
): EnrolmentTransition | undefined {
  return enrolmentTransitions.find(
    (transition) =>
      transition.from === from && transition.action === action && transition.actors.includes(actor),
  );
}

/** What the staff may answer to a request in this state: nothing once it is settled. */
export function answersTo(state: EnrolmentState): readonly EnrolmentAnswer[] {
  if (!openEnrolmentStates.includes(state)) return [];
  return enrolmentAnswers.filter(
    (answer) => findEnrolmentTransition(state, answer, 'staff') !== undefined,
  );
}

/**
 * Whether taking back an answer leads from what the enrolment is now to what it was before: only
 * along the answer itself, read backwards. What the family did meanwhile stands.
 */
export function mayTakeBack(now: EnrolmentState, before: EnrolmentState): boolean {
  return answersTo(before).some(
    (answer) => findEnrolmentTransition(before, answer, 'staff')?.to === now,
  );
}
