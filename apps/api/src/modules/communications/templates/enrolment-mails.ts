import type { EnrolmentState } from '@preau/domain/enrolments/states';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { formatInstant } from '@preau/domain/explain/format-fr';
import type { Instant } from '@preau/domain/time/instant';
import { contactWords } from './contact-words.ts';
import type { MailContent } from './mail-layout.ts';

type Told = {
  readonly childFirstName: string;
  readonly activityLabel: string;
  readonly facility: string;
  readonly schoolYear: string;
  readonly state: EnrolmentState;
  readonly answerDueAt: Instant | null;
  readonly reason: string | null;
};

type TellEnrolments = {
  readonly firstName: string;
  readonly organisation: string;
  readonly url: string;
  readonly context: ExplainContext;
};

/** The request is there; by when the service answers. What is answered already is not told. */
export function enrolmentsRequestedMail(
  enrolments: readonly Told[],
  to: TellEnrolments,
): MailContent | undefined {
  const asked = enrolments.filter(({ state }) => state === 'requested');
  if (asked.length === 0) return undefined;
  const { timeZone } = to.context;
  return {
    subject: `${plural(asked, 'Demande d’inscription reçue', 'Demandes d’inscription reçues')} – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      'Votre demande est bien enregistrée. Vous pourrez réserver quand le service l’aura validée.',
    ],
    lists: [
      {
        title: plural(asked, 'Inscription demandée', 'Inscriptions demandées'),
        items: asked.map((one) =>
          one.answerDueAt === null
            ? enrolmentWords(one)
            : `${enrolmentWords(one)}. Réponse au plus tard le ${formatInstant(one.answerDueAt, timeZone)}.`,
        ),
      },
    ],
    action: { label: 'Suivre mes inscriptions', url: to.url },
    closing: [contactWords(to.context)],
  };
}

/** Answers, in the order they are told; the others are not answers. */
const titles: Readonly<Partial<Record<EnrolmentState, string>>> = {
  accepted: 'Inscription acceptée',
  incomplete: 'Dossier à compléter',
  waitlisted: 'En liste d’attente',
  refused: 'Inscription non acceptée',
};

const closings: Readonly<Partial<Record<EnrolmentState, string>>> = {
  accepted: 'Vous pouvez maintenant réserver les jours de l’activité acceptée.',
  incomplete:
    'Complétez le dossier, puis renvoyez votre demande depuis la page de vos inscriptions.',
  waitlisted: 'Le service vous répondra quand une place se libérera.',
};

/** What the service answered, with its reason; what was asked again since is not told. */
export function enrolmentsAnsweredMail(
  enrolments: readonly Told[],
  to: TellEnrolments,
): MailContent | undefined {
  const answered = enrolments.filter(({ state }) => titles[state] !== undefined);
  const [first] = answered;
  if (!first) return undefined;
  const states = [...new Set(answered.map(({ state }) => state))];
  const answer = states.length === 1 ? (titles[first.state] ?? '') : 'Réponse à vos demandes';
  return {
    subject: `${answer} – ${to.organisation}`,
    paragraphs: [`Bonjour ${to.firstName},`, 'Le service a répondu à votre demande d’inscription.'],
    lists: Object.entries(titles).flatMap(([state, title]) => {
      const items = answered.filter((one) => one.state === state).map(answerWords);
      return items.length === 0 ? [] : [{ title, items }];
    }),
    action: { label: 'Voir mes inscriptions', url: to.url },
    closing: [...states.flatMap((state) => closings[state] ?? []), contactWords(to.context)],
  };
}

function answerWords(one: Told): string {
  const isExplained = one.state === 'refused' || one.state === 'incomplete';
  return isExplained && one.reason !== null
    ? `${enrolmentWords(one)}. Motif : ${one.reason}`
    : enrolmentWords(one);
}

/** « Lina : Périscolaire (École Jean-Moulin), année 2026-2027 ». */
function enrolmentWords({ childFirstName, activityLabel, facility, schoolYear }: Told): string {
  return `${childFirstName} : ${activityLabel} (${facility}), année ${schoolYear}`;
}

function plural(list: readonly unknown[], one: string, several: string): string {
  return list.length > 1 ? several : one;
}
