import { describe, expect, test } from 'vitest';
import {
  answersTo,
  type EnrolmentAction,
  type EnrolmentActor,
  enrolmentStates,
  enrolmentTransitions,
  findEnrolmentTransition,
  mayTakeBack,
} from './states.ts';

const froms = ['none', ...enrolmentStates] as const;
const actions: readonly EnrolmentAction[] = [
  'ask',
  'complete',
  'withdraw',
  'accept',
  'refuse',
  'incomplete',
  'wait',
];
const actors: readonly EnrolmentActor[] = ['guardian', 'staff'];

/** What each state becomes, for whom it may; what is not written is refused. */
const table: Readonly<Record<(typeof froms)[number], readonly string[]>> = {
  none: ['guardian ask requested', 'staff accept accepted'],
  requested: [
    'guardian withdraw ended',
    'staff accept accepted',
    'staff refuse refused',
    'staff incomplete incomplete',
    'staff wait waitlisted',
  ],
  incomplete: [
    'guardian complete requested',
    'guardian withdraw ended',
    'staff accept accepted',
    'staff refuse refused',
    'staff wait waitlisted',
  ],
  waitlisted: [
    'guardian withdraw ended',
    'staff accept accepted',
    'staff refuse refused',
    'staff incomplete incomplete',
  ],
  accepted: [],
  refused: ['guardian ask requested', 'staff accept accepted'],
  ended: ['guardian ask requested', 'staff accept accepted'],
};

describe('every state, action and actor', () => {
  const triples = froms.flatMap((from) =>
    actions.flatMap((action) => actors.map((actor) => [from, action, actor] as const)),
  );
  test.each(triples)('%s, %s by %s', (from, action, actor) => {
    const written = table[from].find((line) => line.startsWith(`${actor} ${action} `));
    const found = findEnrolmentTransition(from, action, actor);
    expect(found?.to).toBe(written?.split(' ')[2]);
  });
});

test('an action leads from one state to one other', () => {
  const keys = enrolmentTransitions.map(({ from, action }) => `${from} ${action}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(enrolmentTransitions.every(({ from, to }) => from !== to)).toBe(true);
});

test('every state is reached', () => {
  const reached = new Set(enrolmentTransitions.map(({ to }) => to));
  expect(enrolmentStates.filter((state) => !reached.has(state))).toEqual([]);
});

describe('the answers of the staff', () => {
  test('are for what waits for one alone', () => {
    expect(answersTo('requested')).toEqual(['accept', 'refuse', 'incomplete', 'wait']);
    expect(answersTo('incomplete')).toEqual(['accept', 'refuse', 'wait']);
    expect(answersTo('accepted')).toEqual([]);
    // The staff may enrol who was refused, but there is no request left to answer.
    expect(answersTo('refused')).toEqual([]);
  });

  test('are taken back the way they came, and no other', () => {
    expect(mayTakeBack('accepted', 'requested')).toBe(true);
    expect(mayTakeBack('incomplete', 'requested')).toBe(true);
    expect(mayTakeBack('refused', 'waitlisted')).toBe(true);
    // Withdrawn by the family meanwhile, or answered from a state that could not be.
    expect(mayTakeBack('ended', 'requested')).toBe(false);
    expect(mayTakeBack('accepted', 'refused')).toBe(false);
  });
});
