import { formatClock } from '../explain/format-fr.ts';
import type {
  ActivityRules,
  EnrolmentRules,
  ReglementDocument,
  RequiredDocument,
} from '../reglement/document.ts';
import { conditionsWords } from './conditions-fr.ts';
import { type Block, listOf, paragraph } from './description.ts';
import { monthDayWords } from './month-day-fr.ts';
import type { Names } from './names.ts';
import { ageWords, answerWithin, joinAnd } from './words-fr.ts';

/** Hours, who may come, and who comes first. */
export function whoBlocks(activity: ActivityRules, names: Names): readonly Block[] {
  const { ages, admits = [], priorities = [] } = activity;
  const agesTold =
    ages === null
      ? []
      : [
          paragraph(
            ages.on === 'december31'
              ? `Pour les enfants ${ageWords(ages.from, ages.below)} (âge au 31 décembre de l'année scolaire).`
              : `Pour les enfants ${ageWords(ages.from, ages.below)} (âge le jour de l'accueil).`,
          ),
        ];
  const admitted =
    admits.length === 0 ? [] : [paragraph(`Réservé à : ${conditionsWords(admits, names)}.`)];
  const firsts =
    priorities.length === 0
      ? []
      : [
          paragraph("Quand il n'y a pas de place pour tous, passent d'abord, dans cet ordre :"),
          {
            kind: 'list' as const,
            items: [
              ...priorities.map(({ label }) => label),
              "Puis l'ordre d'arrivée des demandes.",
            ],
          },
        ];
  return [
    ...listOf(
      activity.units.map(
        ({ label, startsAt, endsAt }) =>
          `${label} : de ${formatClock(startsAt)} à ${formatClock(endsAt)}.`,
      ),
    ),
    ...agesTold,
    ...admitted,
    ...firsts,
  ];
}

function enrolmentWords(enrolment: EnrolmentRules): string {
  switch (enrolment.kind) {
    case 'byStaff':
      return "L'inscription de votre enfant se fait auprès du service.";
    case 'online': {
      const answer =
        enrolment.answerWithinHours === null
          ? ''
          : ` Le service répond sous ${answerWithin(enrolment.answerWithinHours)}.`;
      return `L'inscription se demande en ligne, une fois par année scolaire. Pour l'année suivante, les demandes ouvrent le ${monthDayWords(enrolment.nextYearFrom)}.${answer}`;
    }
  }
}

/** How one enrols, what families are then asked to send, and what is refused without it. */
export function enrolmentBlocks(
  { documents }: ReglementDocument,
  { code, enrolment }: ActivityRules,
): readonly Block[] {
  const asked = documents
    .filter(({ activities }) => activities === null || activities.includes(code))
    .map(documentWords);
  return [
    paragraph(enrolmentWords(enrolment)),
    ...(asked.length === 0
      ? []
      : [paragraph('Documents demandés :'), { kind: 'list' as const, items: asked }]),
  ];
}

function documentWords({
  label,
  about,
  blocks,
  satisfiedBy,
  validMonths,
}: RequiredDocument): string {
  const whose = about === 'household' ? 'pour le foyer' : 'par enfant';
  const needed = blocks.map((block) =>
    block === 'enrolment' ? "pour l'inscription" : 'pour réserver',
  );
  const accepted = satisfiedBy === 'accepted' ? ', après validation par le service' : '';
  const required = needed.length === 0 ? '' : ` : obligatoire ${joinAnd(needed)}${accepted}`;
  const again = validMonths === null ? '' : ` ; à renvoyer tous les ${validMonths} mois`;
  return `${label} (${whose})${required}${again}.`;
}
