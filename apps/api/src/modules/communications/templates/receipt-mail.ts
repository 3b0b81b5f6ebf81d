import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { explain } from '@preau/domain/explain/explain';
import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import type { Reason } from '@preau/domain/explain/reasons';
import { cents, formatEuros } from '@preau/domain/money/cents';
import { isDay } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { z } from 'zod';
import type { MailContent } from './mail-layout.ts';

// Written by the engine of this very project, in the transaction of the confirmation.
const reasonsSchema = z.array(
  z.custom<Reason>((value) => typeof value === 'object' && value !== null),
);

/** In the order in which a receipt tells them. */
const results = ['booked', 'waitlisted', 'cancelled', 'notDone'] as const;

/** What a receipt tells of a confirmation; the record holds more. */
export const receiptSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  totalCents: z.number().int(),
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
  waitlisted: 'En liste d’attente',
  cancelled: 'Annulé',
  notDone: 'Non pris en compte',
};

const opening = {
  online: 'Votre panier a été validé',
  staff: 'Le service a modifié vos réservations',
} as const;

/** What was booked, what was cancelled, and why the rest was not done. */
export function receiptMail(
  receipt: Receipt,
  to: {
    firstName: string;
    organisation: string;
    url: string;
    /** Who validated: a parent online, or the staff for them. */
    channel: 'online' | 'staff';
    context: ExplainContext;
  },
): MailContent {
  const { context } = to;
  const lists = results
    .map((result) => ({
      title: titles[result],
      items: receipt.lines
        .filter((line) => line.result === result)
        .map((line) => sentenceOf(line, context)),
    }))
    .filter(({ items }) => items.length > 0);
  const partial = receipt.lines.some(({ result }) => result === 'notDone');
  return {
    subject: `Vos réservations – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      `${opening[to.channel]} le ${formatInstant(fromIso(receipt.at), context.timeZone)}.${partial ? ' Une partie n’a pas pu être prise en compte : les raisons sont données plus bas.' : ''}`,
    ],
    lists,
    action: { label: 'Voir le récapitulatif', url: to.url },
    closing: [totalOf(receipt.totalCents)],
  };
}

function sentenceOf(line: Line, context: ExplainContext): string {
  const what = `${line.childFirstName}, ${formatDayLong(line.on)} : ${line.activityLabel} – ${line.unitLabel}`;
  switch (line.result) {
    case 'booked':
    case 'cancelled':
      return [`${what} (${signed(line.cents)})`, ...lateSentences(line, context)].join('. ');
    case 'waitlisted':
      return `${what}. ${waitingSentences(line, context).join(' ')}`;
    case 'notDone':
      return `${what}. ${line.reasons.map((reason) => explain(reason, context)).join(' ')}`;
  }
}

const aboutLateness: ReadonlySet<Reason['code']> = new Set([
  'latePriceReplaces',
  'lateSurcharge',
  'lateCancellationBilled',
  'alreadyBilled',
]);

/** The rank, until when, and what it will cost if a place is offered and accepted. */
function waitingSentences({ reasons, priceReasons }: Line, context: ExplainContext): string[] {
  return [...reasons, ...priceReasons]
    .filter(({ code }) => code === 'waitingListJoin' || code === 'waitingPrice')
    .map((reason) => explain(reason, context));
}

/** Why an amount is not the ordinary one. */
function lateSentences({ priceReasons }: Line, context: ExplainContext): string[] {
  return priceReasons
    .filter(({ code }) => aboutLateness.has(code))
    .map((reason) => explain(reason, context));
}

function totalOf(total: number): string {
  return total < 0
    ? `En moins sur votre prochaine facture : ${formatEuros(cents(-total))}.`
    : `À ajouter à votre prochaine facture : ${formatEuros(cents(total))}.`;
}

function signed(amount: number): string {
  return amount < 0 ? `− ${formatEuros(cents(-amount))}` : formatEuros(cents(amount));
}
