import { formatInstant } from '@preau/domain/explain/format-fr';
import { cents, formatEuros } from '@preau/domain/money/cents';
import type { Instant } from '@preau/domain/time/instant';
import type { MailContent } from './mail-layout.ts';
import { dayWords, type ToldDay } from './told-day.ts';

export type OfferedDay = ToldDay & { readonly cents: number; readonly until: Instant };

type TellDays<D extends ToldDay> = {
  readonly firstName: string;
  readonly organisation: string;
  readonly timeZone: string;
  readonly url: string;
  readonly days: readonly D[];
};

/** A place was freed: it is theirs until a term, then the next family’s. */
export function offerMail(to: TellDays<OfferedDay>): MailContent {
  return {
    subject: `Une place s’est libérée – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      'Une place s’est libérée pour un jour que vous attendiez. Elle vous est réservée jusqu’à l’heure indiquée ; ensuite, elle sera proposée à la famille suivante.',
    ],
    lists: [
      {
        title: 'Place proposée',
        items: to.days.map(
          (day) =>
            `${dayWords(day)} (${formatEuros(cents(day.cents))}). À accepter avant le ${formatInstant(day.until, to.timeZone)}.`,
        ),
      },
    ],
    action: { label: 'Accepter ou refuser la place', url: to.url },
    closing: ['Rien ne vous est facturé tant que vous n’acceptez pas.'],
  };
}

/** Nobody answered in time. */
export function offerLapsedMail(to: TellDays<ToldDay>): MailContent {
  return {
    subject: `La place proposée n’a pas reçu de réponse – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      'Une place vous était proposée et n’a pas reçu de réponse à temps. Elle n’est plus réservée pour vous, et rien ne vous est facturé.',
    ],
    lists: [{ title: 'Jour concerné', items: to.days.map(dayWords) }],
    action: { label: 'Voir le planning', url: to.url },
  };
}

/** The list has reached the booking limit. */
export function waitingOverMail(to: TellDays<ToldDay>): MailContent {
  return {
    subject: `Aucune place ne s’est libérée – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      'Vous étiez en liste d’attente. Le délai de réservation est passé sans qu’une place se libère : la liste d’attente est close pour ce jour, et rien ne vous est facturé.',
    ],
    lists: [{ title: 'Jour concerné', items: to.days.map(dayWords) }],
    action: { label: 'Voir le planning', url: to.url },
  };
}
