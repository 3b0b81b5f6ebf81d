import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { explain } from '@preau/domain/explain/explain';
import { formatInstant } from '@preau/domain/explain/format-fr';
import type { Reason } from '@preau/domain/explain/reasons';
import { cents, formatEuros } from '@preau/domain/money/cents';
import { isDay } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { z } from 'zod';
import type { MailContent } from './mail-layout.ts';
import { headlineOf, type ReceiptChannel, results } from './receipt-headline.ts';
import { dayWords, signedEuros } from './told-day.ts';

// Written by the engine of this very project, in the transaction of the confirmation.
const reasonsSchema = z.array(
  z.custom<Reason>((value) => typeof value === 'object' && value !== null),
);

/** What a receipt tells of a confirmation; the record holds more. */
export const receiptSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  lines: z.array(
    z.object({
      childFirstName: z.string(),
      on: z.string().refine(isDay),
      unitLabel: z.string(),
      activityLabel: z.string(),
      result: z.enum(results),
      cents: z.number().int(),
      reasons: reasonsSchema,
      priceReasons: reasonsSchema.default([]),
    }),
  ),
});

type Receipt = z.infer<typeof receiptSchema>;
type Line = Receipt['lines'][number];

const titles: Readonly<Record<Line['result'], string>> = {
  booked: 'Réservé',
  toPay: 'À payer pour confirmer',
  requested: 'Demandé, à valider par le service',
  waitlisted: 'En liste d’attente',
  cancelled: 'Annulé',
  cancellationRequested: 'Annulation demandée, à valider par le service',
  notDone: 'Non pris en compte',
};

/** What was booked, asked for or cancelled, by when it is paid or answered, and why the rest was not done. */
export function receiptMail(
  receipt: Receipt,
  to: {
    firstName: string;
    organisation: string;
    url: string;
    channel: ReceiptChannel;
    context: ExplainContext;
  },
): MailContent {
  const { context } = to;
  const done = receipt.lines.map(({ result }) => result).filter((one) => one !== 'notDone');
  const headline = headlineOf(done, to.channel);
  const lists = results
    .map((result) => ({
      title: titles[result],
      items: receipt.lines
        .filter((line) => line.result === result)
        .map((line) => sentenceOf(line, context)),
    }))
    .filter(({ items }) => items.length > 0);
  return {
    subject: `${headline.subject} – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      [
        `${headline.opening} le ${formatInstant(fromIso(receipt.at), context.timeZone)}.`,
        ...(headline.next ? [headline.next] : []),
        ...notDoneWords(receipt.lines),
      ].join(' '),
    ],
    lists,
    action: { label: 'Voir le récapitulatif', url: to.url },
    closing: totalsOf(receipt.lines),
  };
}

function notDoneWords(lines: readonly Line[]): string[] {
  const kept = lines.filter(({ result }) => result === 'notDone').length;
  if (kept === 0) return [];
  return kept === lines.length
    ? ['Les raisons sont données plus bas.']
    : ['Une partie n’a pas pu être prise en compte : les raisons sont données plus bas.'];
}

function sentenceOf(line: Line, context: ExplainContext): string {
  const what = dayWords(line);
  const priced = `${what} (${signedEuros(line.cents)})`;
  switch (line.result) {
    case 'booked':
    case 'cancelled':
      return [priced, ...sentencesOf(line, aboutLateness, context)].join('. ');
    case 'toPay':
    case 'requested':
    case 'cancellationRequested':
      return [priced, ...sentencesOf(line, aboutTerms, context)].join('. ');
    case 'waitlisted':
      return `${what}. ${sentencesOf(line, aboutWaiting, context).join(' ')}`;
    case 'notDone':
      return `${what}. ${line.reasons.map((reason) => explain(reason, context)).join(' ')}`;
  }
}

type Codes = ReadonlySet<Reason['code']>;

/** Why an amount is not the ordinary one. */
const aboutLateness: Codes = new Set([
  'latePriceReplaces',
  'lateSurcharge',
  'lateCancellationBilled',
  'alreadyBilled',
]);

/** By when it is answered, or paid; and why it costs what it costs. */
const aboutTerms: Codes = new Set(['toBeAnswered', 'payBefore', ...aboutLateness]);

/** The rank, until when, and what it will cost if a place is offered and accepted. */
const aboutWaiting: Codes = new Set(['waitingListJoin', 'waitingPrice']);

function sentencesOf(line: Line, codes: Codes, context: ExplainContext): string[] {
  return [...line.reasons, ...line.priceReasons]
    .filter(({ code }) => codes.has(code))
    .map((reason) => explain(reason, context));
}

/** What it comes to: on the next invoice, to be paid now, or if the service accepts. */
function totalsOf(lines: readonly Line[]): string[] {
  const sumOf = (...of: readonly Line['result'][]) => {
    const some = lines.filter(({ result }) => of.includes(result));
    return some.length === 0 ? null : some.reduce((sum, { cents: amount }) => sum + amount, 0);
  };
  const billed = sumOf('booked', 'cancelled');
  const due = sumOf('toPay');
  const asked = sumOf('requested');
  return [
    ...(billed === null ? [] : [billedWords(billed)]),
    ...(due === null ? [] : [`À payer pour confirmer : ${formatEuros(cents(due))}.`]),
    ...(asked === null
      ? []
      : [
          `Si le service accepte vos demandes : ${formatEuros(cents(asked))}. Rien n’est dû avant.`,
        ]),
  ];
}

function billedWords(total: number): string {
  return total < 0
    ? `En moins sur votre prochaine facture : ${formatEuros(cents(-total))}.`
    : `À ajouter à votre prochaine facture : ${formatEuros(cents(total))}.`;
}
