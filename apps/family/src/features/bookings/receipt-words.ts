import { formatInstant } from '@preau/domain/explain/format-fr';
import { fromIso } from '@preau/domain/time/instant';
import type { ConfirmationLine } from './bookings.queries.ts';

type Line = Pick<ConfirmationLine, 'result' | 'dueAt'>;
type Result = ConfirmationLine['result'];

/** The lines of a receipt by what is to be done about them. */
export type ReceiptParts<Of extends Line = ConfirmationLine> = {
  readonly notDone: readonly Of[];
  readonly toPay: readonly Of[];
  /** The service answers first. */
  readonly requested: readonly Of[];
  readonly done: readonly Of[];
};

const partOf: Readonly<Record<Result, keyof ReceiptParts>> = {
  booked: 'done',
  cancelled: 'done',
  waitlisted: 'done',
  requested: 'requested',
  cancellationRequested: 'requested',
  toPay: 'toPay',
  notDone: 'notDone',
};

export function partsOf<Of extends Line>(lines: readonly Of[]): ReceiptParts<Of> {
  const of = (part: keyof ReceiptParts) => lines.filter(({ result }) => partOf[result] === part);
  return {
    notDone: of('notDone'),
    toPay: of('toPay'),
    requested: of('requested'),
    done: of('done'),
  };
}

/** What became of the whole, in a few words. */
export function receiptTitle({ notDone, toPay, requested, done }: ReceiptParts<Line>): string {
  const all = toPay.length + requested.length + done.length;
  if (all === 0) return 'Rien n’a pu être enregistré';
  if (notDone.length > 0) return 'Enregistré en partie';
  if (requested.length === all) return all > 1 ? 'Demandes envoyées' : 'Demande envoyée';
  if (toPay.length > 0)
    return toPay.length > 1 ? 'Places gardées, à payer' : 'Place gardée, à payer';
  return 'C’est enregistré';
}

const words: readonly (readonly [Result, string, string])[] = [
  ['toPay', 'place à payer', 'places à payer'],
  ['requested', 'demande envoyée', 'demandes envoyées'],
  ['cancellationRequested', 'demande d’annulation envoyée', 'demandes d’annulation envoyées'],
  ['booked', 'réservation', 'réservations'],
  ['cancelled', 'annulation', 'annulations'],
  ['waitlisted', 'mise en liste d’attente', 'mises en liste d’attente'],
  ['notDone', 'ligne non enregistrée', 'lignes non enregistrées'],
];

/** `3 réservations · 1 annulation · 1 ligne non enregistrée`. */
export function resultWords(lines: readonly Line[]): string {
  return words
    .flatMap(([result, one, many]) => {
      const count = lines.filter((line) => line.result === result).length;
      return count === 0 ? [] : [`${count} ${count > 1 ? many : one}`];
    })
    .join(' · ');
}

/** `À payer avant le mercredi 25 novembre à minuit`: the first term to come of some lines. */
export function termOf(lines: readonly Line[], timeZone: string, before: string): string {
  const dues = lines.flatMap(({ dueAt }) => (dueAt === null ? [] : [fromIso(dueAt)]));
  const [first] = dues.toSorted((one, other) => one - other);
  return first === undefined ? '' : `${before} ${formatInstant(first, timeZone)}`;
}
