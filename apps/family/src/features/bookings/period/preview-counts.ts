import type { PeriodLine, PeriodPreview } from './period.queries.ts';

/** What becomes of a date; `drafted` is an `already` that only the draft holds. */
export type PeriodResult = PeriodLine['result'] | 'drafted';

/** The dates of a period by what would become of them, the ones that matter most first. */
export const resultsInOrder: readonly PeriodResult[] = [
  'done',
  'waiting',
  'full',
  'late',
  'drafted',
  'already',
  'excluded',
];

export function linesBy(preview: PeriodPreview): ReadonlyMap<PeriodResult, readonly PeriodLine[]> {
  return Map.groupBy(preview.lines, resultOf);
}

/** A booking says of itself that it is one; what is already so without one waits in the draft. */
function resultOf({ result, reasons }: PeriodLine): PeriodResult {
  if (result !== 'already') return result;
  return reasons.some(({ code }) => code === 'alreadyBooked') ? 'already' : 'drafted';
}

/** How many dates go to the cart. */
export const draftedCount = ({ counts }: PeriodPreview): number => counts.done + counts.waiting;

type Wording = { readonly one: string; readonly many: string };

const wordsToAdd: Readonly<Record<PeriodResult, Wording>> = {
  done: { one: 'date libre', many: 'dates libres' },
  waiting: { one: 'complète : liste d’attente', many: 'complètes : liste d’attente' },
  full: { one: 'complète', many: 'complètes' },
  late: { one: 'hors délai', many: 'hors délai' },
  drafted: { one: 'déjà dans votre panier', many: 'déjà dans votre panier' },
  already: { one: 'déjà réservée', many: 'déjà réservées' },
  excluded: { one: 'exclue', many: 'exclues' },
};

const wordsToRemove: Readonly<Record<PeriodResult, Wording>> = {
  ...wordsToAdd,
  done: { one: 'date à annuler', many: 'dates à annuler' },
  already: { one: 'déjà annulée', many: 'déjà annulées' },
};

/** `24 dates libres`. */
export function countWords(result: PeriodResult, count: number, action: 'add' | 'remove'): string {
  const { one, many } = (action === 'add' ? wordsToAdd : wordsToRemove)[result];
  return `${count} ${count > 1 ? many : one}`;
}
