import { LifeModel, modelStart, type ModelRules, type Step } from './life-model.factory.ts';
import type { LifeTown, LivedLunch } from './life-town.factory.ts';

/** The ways to book that sequences are lived under. */
export const waysToBook: Readonly<Record<string, ModelRules>> = {
  'at once, on an invoice': {
    answer: 'none',
    answersCancelling: false,
    payment: 'later',
    list: 'online',
    credit: true,
  },
  'answered by the staff, who keeps the place': {
    answer: 'keepsPlace',
    answersCancelling: true,
    payment: 'later',
    list: 'online',
    credit: false,
  },
  'answered by the staff, then paid by a date': {
    answer: 'keepsPlace',
    answersCancelling: false,
    payment: 'byDate',
    list: 'online',
    credit: true,
  },
  'answered by the staff, no place kept': {
    answer: 'keepsNone',
    answersCancelling: true,
    payment: 'later',
    list: 'staff',
    credit: true,
  },
  'held while it is paid': {
    answer: 'none',
    answersCancelling: false,
    payment: 'hold',
    list: 'staff',
    credit: false,
  },
  'paid by a date, no list': {
    answer: 'none',
    answersCancelling: false,
    payment: 'byDate',
    list: 'none',
    credit: false,
  },
};

/** Children who want the lunch. */
export const wanting = 4;
const minutesThatPass = [10, 31, 300, 1441, 4000];

/** What went wrong in one sequence: the steps that led there, and what either side says. */
export type Disagreement = {
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly model: string;
  readonly lived: string;
};

/**
 * Lives one random sequence on both sides, and stops where they part.
 * @param seen takes the changes of state that were compared, with how often
 * @returns `null` where they agree to the end.
 */
export async function liveSequence(
  town: LifeTown,
  rules: ModelRules,
  seed: number,
  seen: Map<string, number>,
): Promise<Disagreement | null> {
  const random = randomOf(seed);
  const places = random() < 0.6 ? 1 : 2;
  const model = new LifeModel(rules, places, wanting);
  await town.begin(modelStart, places);
  const length = 10 + Math.floor(random() * 13);
  const steps: Step[] = [];
  for (let count = 0; count < length; count += 1) {
    const step = chooseStep(model, random);
    steps.push(step);
    const before = statesIn(model);
    model.take(step);
    await town.take(step);
    const [said, lived] = [toldBy(model, town.childIds), livedIn(town.childIds, await town.read())];
    if (said !== lived) return { seed, steps, model: said, lived };
    for (const [booking, state] of statesIn(model)) {
      const was = before.get(booking) ?? 'nothing';
      if (was !== state) seen.set(`${was} ${state}`, (seen.get(`${was} ${state}`) ?? 0) + 1);
    }
  }
  return null;
}

function statesIn(model: LifeModel): Map<object, string> {
  return new Map(model.children.flat().map((booking) => [booking, booking.state]));
}

/** What a child has makes some steps likely; now and then somebody does what is of no use. */
function chooseStep(model: LifeModel, random: () => number): Step {
  const pick = <T>(among: readonly T[]): T => {
    const picked = among[Math.floor(random() * among.length)];
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  };
  const who = Math.floor(random() * wanting);
  const by = random() < 0.6 ? 'guardian' : 'staff';
  const yes = random() < 0.6;
  const mood = random();
  const book: Step = { kind: 'book', by, who, wait: random() < 0.75 };
  const giveBack: Step = { kind: 'giveBack', by, who };
  const answerRequest: Step = { kind: 'answerRequest', who, accept: yes };
  const give: Step = {
    kind: 'give',
    who,
    gesture: pick(['offer', 'place'] as const),
    beforeOthers: random() < 0.5,
    oneMore: random() < 0.2,
  };
  const time: Step = {
    kind: 'time',
    minutes: random() < 0.5 ? minutesToTerm(model) : pick(minutesThatPass),
  };
  if (mood < 0.15) return time;
  if (mood < 0.17) return { kind: 'close' };
  if (model.closed && mood < 0.6) return { kind: 'reopen' };
  if (mood < 0.25) return { kind: 'takeBack' };
  if (mood < 0.35) {
    const any: readonly Step[] = [
      book,
      giveBack,
      answerRequest,
      give,
      { kind: 'pay', who },
      { kind: 'answerOffer', who, accept: yes },
    ];
    return pick(any);
  }
  switch (model.live(who)?.state) {
    case undefined:
      return book;
    case 'requested':
    case 'cancellationRequested':
      return mood < 0.85 ? answerRequest : giveBack;
    case 'awaitingPayment':
      return mood < 0.8 ? { kind: 'pay', who } : giveBack;
    case 'offered':
      return { kind: 'answerOffer', who, accept: yes };
    case 'waitlisted':
      return mood < 0.8 ? give : giveBack;
    default:
      return giveBack;
  }
}

/** To the moment at which the next thing ends by itself; a little while where nothing does. */
function minutesToTerm({ children, now }: LifeModel): number {
  const terms = children.flat().flatMap(({ until }) => (until === null ? [] : [until]));
  return terms.length === 0 ? 10 : (Math.min(...terms) - now) / 60_000;
}

/** Both sides in the same words: each child's bookings in their order, then the places. */
function toldBy(model: LifeModel, childIds: readonly string[]): string {
  const children = childIds.map((_, who) => (model.children[who] ?? []).map(words).join(' '));
  const { taken, places } = model;
  return `${children.join(' | ')} · ${taken} taken, ${taken} held of ${places}`;
}

function livedIn(
  childIds: readonly string[],
  { bookings, taken, held, places }: LivedLunch,
): string {
  const children = childIds.map((id) =>
    bookings
      .filter(({ childId }) => childId === id)
      .map(words)
      .join(' '),
  );
  return `${children.join(' | ')} · ${taken} taken, ${held} held of ${places}`;
}

function words({
  state,
  until,
}: {
  readonly state: string;
  readonly until: number | null;
}): string {
  return until === null ? state : `${state}(${new Date(until).toISOString()})`;
}

/** A small seeded generator (mulberry32), so that a fault can be had again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
