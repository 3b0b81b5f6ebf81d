import { countedDays, limitExceptions, limitWords } from '../explain/limit-words-fr.ts';
import type {
  AbsenceEffect,
  AbsenceReason,
  AbsenceRule,
  ActivityRules,
  ProofTier,
} from '../reglement/document.ts';
import { discretionWords } from './consequence-words-fr.ts';
import { type Block, listOf } from './description.ts';
import { counted, joinOr, percentWords, upperFirst } from './words-fr.ts';

const reasonWords: Readonly<Record<AbsenceReason, string>> = {
  illness: 'maladie',
  hospital: 'hospitalisation',
  bereavement: 'deuil',
  familyReason: 'raison familiale',
  strike: 'grève',
  teacherAbsent: "absence de l'enseignant",
  schoolTrip: 'sortie scolaire',
  schoolClosed: "fermeture de l'école",
  weather: 'intempéries',
  sentHome: "enfant renvoyé chez lui par l'école ou l'accueil",
  moving: 'déménagement',
  work: 'changement de situation professionnelle',
  exclusion: 'exclusion',
  other: 'autre motif',
};

/** What is charged of days missed, by reason: the first line that names the reason decides. */
export function absenceBlocks({ presence }: ActivityRules): readonly Block[] {
  return listOf((presence?.absences ?? []).map(absenceWords));
}

function absenceWords({
  reasons,
  atLeast,
  notice,
  noticeOf,
  proof,
  waitingDays = 0,
  effect,
}: AbsenceRule): string {
  const told =
    notice === undefined
      ? []
      : [
          `prévenez au plus tard ${limitWords(notice)}${noticeOf === 'firstDay' ? ", pour le premier jour d'absence" : ''}`,
        ];
  const proven = proof === undefined ? [] : [proofWords(proof, waitingDays)];
  const waiting =
    waitingDays > 0 && !proof?.tiers.some((tier) => tier.waitingDays !== undefined)
      ? [waitingWords(waitingDays)]
      : [];
  const exceptions = notice === undefined ? [] : limitExceptions(notice);
  const sentences = [...told, ...proven, ...waiting, effectWords(effect)];
  const [first = '', ...others] = sentences;
  return [
    `${upperFirst(joinOr(reasons.map((reason) => reasonWords[reason])))}${lengthWords(atLeast)} : ${first}.`,
    ...others.map((sentence) => `${upperFirst(sentence)}.`),
    ...exceptions,
  ].join(' ');
}

function lengthWords(atLeast: AbsenceRule['atLeast']): string {
  if (atLeast === undefined) return '';
  const { days, unit } = atLeast;
  return unit === 'booked'
    ? `, à partir de ${counted(days, 'jour réservé', 'jours réservés')} d'absence`
    : `, à partir de ${counted(days, 'jour')} d'absence du premier au dernier`;
}

const anchors = {
  firstDay: "après le premier jour d'absence",
  lastDay: "après le dernier jour d'absence",
  return: 'après le retour',
  notice: 'après avoir prévenu',
} as const;

function proofWords(
  { anchor, tiers }: NonNullable<AbsenceRule['proof']>,
  waitingDays: number,
): string {
  const several = tiers.some((tier) => tier.waitingDays !== undefined);
  const told = tiers.map((tier) => {
    const due = tier.waitingDays ?? waitingDays;
    return several ? `${tierWords(tier)} (${dueWords(due)})` : tierWords(tier);
  });
  return `justificatif à remettre ${joinOr(told)} ${anchors[anchor]}`;
}

function tierWords({ within, unit }: ProofTier): string {
  return unit === 'hours' ? `dans les ${within} h` : `sous ${countedDays(within, unit)}`;
}

function dueWords(days: number): string {
  return days === 0 ? 'aucun jour ne reste dû' : waitingWords(days);
}

function waitingWords(days: number): string {
  return days === 1
    ? 'le premier jour réservé reste facturé'
    : `les ${days} premiers jours réservés restent facturés`;
}

function effectWords(effect: AbsenceEffect): string {
  switch (effect.kind) {
    case 'free':
      return "les jours d'absence ne sont pas facturés";
    case 'credited':
      return "les jours d'absence sont facturés, puis rendus en avoir sur des jours suivants";
    case 'billedInPart':
      return `${percentWords(effect.percent)} du prix restent facturés`;
    case 'billedAtDiscretion':
      return discretionWords(effect);
    case 'billed':
      return "les jours d'absence restent facturés";
  }
}
