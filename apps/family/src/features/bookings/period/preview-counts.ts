import type { PeriodLine, PeriodPreview } from './period.queries.ts';

/**
 * What becomes of a date. `drafted` is an `already` that only the draft holds; `asked` and `toPay` are
 * done once the service has accepted, or a payment is made.
 */
export type PeriodResult = PeriodLine['result'] | 'drafted' | 'asked' | 'toPay';

/** The dates of a period by what would become of them, the ones that matter most first. */
export const resultsInOrder: readonly PeriodResult[] = [
  'done',
  'asked',
  'toPay',
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
function resultOf({ result, outcome, reasons }: PeriodLine): PeriodResult {
  if (result === 'done') return steps[outcome] ?? result;
  if (result !== 'already') return result;
  return reasons.some(({ code }) => code === 'alreadyBooked') ? 'already' : 'drafted';
}

const steps: Readonly<Partial<Record<PeriodLine['outcome'], PeriodResult>>> = {
  pending: 'asked',
  awaitingPayment: 'toPay',
};

/** How many dates go to the cart. */
export const draftedCount = ({ counts }: PeriodPreview): number => counts.done + counts.waiting;

/** Whether everything that goes to the cart is for the service to accept. */
export function isAllAsked(preview: PeriodPreview): boolean {
  const asked = linesBy(preview).get('asked')?.length ?? 0;
  return asked > 0 && asked === draftedCount(preview);
}

type Wording = { readonly one: string; readonly many: string };

const wordsToAdd: Readonly<Record<PeriodResult, Wording>> = {
  done: { one: 'date libre', many: 'dates libres' },
  asked: { one: 'date à demander', many: 'dates à demander' },
  toPay: { one: 'date libre, à payer d’avance', many: 'dates libres, à payer d’avance' },
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
  asked: { one: 'annulation à demander', many: 'annulations à demander' },
  already: { one: 'déjà annulée', many: 'déjà annulées' },
};

/** `24 dates libres`. */
export function countWords(result: PeriodResult, count: number, action: 'add' | 'remove'): string {
  const { one, many } = (action === 'add' ? wordsToAdd : wordsToRemove)[result];
  return `${count} ${count > 1 ? many : one}`;
}
