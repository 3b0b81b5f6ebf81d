import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { explain } from '@preau/domain/explain/explain';
import { formatInstant } from '@preau/domain/explain/format-fr';
import type { Reason } from '@preau/domain/explain/reasons';
import type { Instant } from '@preau/domain/time/instant';
import { type BookingNewsKind, type BookingStep, bookingNews } from './booking-news.ts';
import { contactWords } from './contact-words.ts';
import type { MailContent } from './mail-layout.ts';
import { dayWords, signedEuros, type ToldDay } from './told-day.ts';

/** A booking with the last step of its life, in the words of who made it. */
export type NewsDay = ToldDay & {
  readonly step: BookingStep;
  /** Until when it is to be paid; `null` where it is not. */
  readonly until: Instant | null;
  readonly cents: number;
  readonly reasons: readonly Reason[];
};

/** One e-mail about what became of some days; `undefined` when nothing of it is true any more. */
export function bookingNewsMail(
  kind: BookingNewsKind,
  days: readonly NewsDay[],
  to: {
    readonly firstName: string;
    readonly organisation: string;
    readonly url: Readonly<Record<'planning' | 'requests', string>>;
    readonly context: ExplainContext;
  },
): MailContent | undefined {
  const { opening, steps, action, closing } = bookingNews[kind];
  const lists = new Map<string, string[]>();
  for (const title of Object.values(steps)) lists.set(title, []);
  const told = days.filter(({ step }) => steps[step] !== undefined);
  for (const day of told) lists.get(steps[day.step] ?? '')?.push(sentenceOf(day, to.context));
  if (told.length === 0) return undefined;
  return {
    subject: `${subjectOf(kind, told, to.context)} – ${to.organisation}`,
    paragraphs: [`Bonjour ${to.firstName},`, opening],
    lists: [...lists]
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) => ({ title, items })),
    action: { label: action.label, url: to.url[action.page] },
    closing: [...(closing === undefined ? [] : [closing]), contactWords(to.context)],
  };
}

const accepted: readonly BookingStep[] = [
  'requested confirmed',
  'requested awaitingPayment',
  'cancellationRequested cancelled',
];

/** What a list of messages tells at a glance: the answer where there is one, the term of a payment. */
function subjectOf(
  kind: BookingNewsKind,
  days: readonly NewsDay[],
  { timeZone }: ExplainContext,
): string {
  const { subject } = bookingNews[kind];
  if (kind === 'requests.answered') {
    const yes = days.filter(({ step }) => accepted.includes(step)).length;
    const what = days.every(({ step }) => step.startsWith('cancellationRequested '))
      ? 'Votre annulation'
      : 'Votre demande';
    if (yes === days.length) return `${what} est acceptée`;
    return yes === 0 ? `${what} n’est pas acceptée` : subject;
  }
  if (kind === 'payment.reminder') {
    const terms = days.flatMap(({ until }) => until ?? []);
    const first = terms.toSorted((a, b) => a - b)[0];
    return first === undefined ? subject : `${subject} avant le ${formatInstant(first, timeZone)}`;
  }
  return subject;
}

/** Reasons that the title of their list does not tell already. */
const telling: ReadonlySet<Reason['code']> = new Set([
  'requestRefused',
  'cancellationRefused',
  'payBefore',
  'paymentExpired',
  'paidToStaff',
  'closedByService',
]);

function sentenceOf(day: NewsDay, context: ExplainContext): string {
  const { step, until, reasons } = day;
  const payBy: readonly Reason[] =
    step.endsWith(' awaitingPayment') && until !== null ? [{ code: 'payBefore', until }] : [];
  const told = [...reasons.filter(({ code }) => code !== 'payBefore'), ...payBy]
    .filter(({ code }) => telling.has(code))
    .map((reason) => explain(reason, context));
  return [`${dayWords(day)}${amountOf(day)}`, ...told].join('. ');
}

/** A price to pay or to come, a price given back; a closure says in words what it charges. */
function amountOf({ step, cents, reasons }: NewsDay): string {
  const isNews =
    !step.endsWith(' cancelledLate') && reasons.every(({ code }) => code !== 'closedByService');
  return cents !== 0 && isNews ? ` (${signedEuros(cents)})` : '';
}
