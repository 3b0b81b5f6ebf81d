import type { Channel, Consequence, Stage, WaitingList } from '../document.ts';
import { checkConsequence } from './consequences.ts';
import { isNeverLater } from './limit-order.ts';
import { type LimitScope, checkLimit } from './limits.ts';
import { type Names, checkNames } from './names.ts';
import type { Place } from './place.ts';

export type StageScope = LimitScope & {
  readonly names: Names;
  readonly unitCodes: readonly string[];
  readonly waitingList: WaitingList;
};

type Action = 'book' | 'cancel';

/** What says how much of a price stays owed has no sense where nothing is owed yet; and conversely. */
const impossible: Readonly<Record<Action, readonly Consequence['kind'][]>> = {
  book: ['billedInFull', 'billedInPart', 'billedAtDiscretion', 'credited'],
  cancel: ['waitingList'],
};

/** Of a booking, for who comes late: in time, it is at the price of its unit. */
const lateOnly: readonly Consequence['kind'][] = [
  'surcharge',
  'percentSurcharge',
  'multiple',
  'replacingPrice',
];

/** The ways in which the service itself records what it is told. */
const waysOfStaff: readonly Channel[] = ['staff', 'phone', 'mail', 'paper', 'desk'];

/** Stages in their order, each of which has to be reached by someone. */
export function checkStages(
  place: Place,
  action: Action,
  stages: readonly Stage[],
  scope: StageScope,
): void {
  if (stages.length === 0) place.wrong('aucune étape');
  stages.forEach((stage, at) => {
    const here = place.at([at], `étape ${at + 1}`);
    const { kind } = stage.consequence;
    if (stage.channels.length === 0) here.at(['channels']).wrong('elle n’a aucun canal');
    checkNames(here.at(['modes']), 'modes', stage.modes, scope.names.modes);
    if (stage.until !== null) checkLimit(here.at(['until']), stage.until, scope);
    if (impossible[action].includes(kind)) {
      here.at(['consequence', 'kind']).wrong(`la conséquence « ${kind} » est impossible ici`);
    } else if (action === 'book' && at === 0 && lateOnly.includes(kind)) {
      here.at(['consequence', 'kind']).wrong('la première étape doit être au prix normal');
    } else if (kind === 'waitingList' && scope.waitingList.kind === 'none') {
      here.at(['consequence', 'kind']).wrong('l’activité n’a pas de liste d’attente');
    }
    checkConsequence(here.at(['consequence']), stage.consequence, scope);
    checkReached(here, stages, at);
  });
}

/** Some channel has to come to the stage: no earlier one serves it as long, or longer. */
function checkReached(place: Place, stages: readonly Stage[], at: number): void {
  const stage = stages[at];
  if (stage === undefined || stage.channels.length === 0) return;
  const blocking = servedBy(stage).map((channel) =>
    stages.findIndex(
      (earlier, first) =>
        first < at &&
        servedBy(earlier).includes(channel) &&
        isForModesOf(earlier, stage) &&
        isNeverLater(stage.until, earlier.until),
    ),
  );
  if (blocking.includes(-1)) return;
  const before = Math.min(...blocking);
  place.wrong(
    stages[before]?.until === null
      ? `elle ne sert jamais : l’étape ${before + 1} n’a pas de fin`
      : `elle ne sert jamais : sa limite ne vient jamais après celle de l’étape ${before + 1}`,
  );
}

/** Whether whoever the second is for, the first is for as well. */
function isForModesOf({ modes: of }: Stage, { modes: wanted }: Stage): boolean {
  return of === undefined || (wanted?.every((mode) => of.includes(mode)) ?? false);
}

function servedBy({ channels }: Stage): readonly Channel[] {
  return channels.flatMap((channel) => (channel === 'staff' ? waysOfStaff : [channel]));
}
