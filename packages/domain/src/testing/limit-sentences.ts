import type { Reason } from '../explain/reasons.ts';
import { cents } from '../money/cents.ts';
import type { Limit } from '../reglement/document.ts';
import { day } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';

/** Sentences on limits and on who may come, with ordinary spaces. */

const friday = fromIso('2026-11-20T09:00:00+01:00');
const minuteAfter = fromIso('2026-11-20T09:01:00+01:00');

const within = (limit: Limit, delay: string): readonly [Reason, string] => [
  { code: 'withinLimit', limitAt: friday, limit },
  `Possible avant le vendredi 20 novembre à 9 h (${delay}).`,
];

export const limitSentences: readonly (readonly [Reason, string])[] = [
  within({ kind: 'hoursBefore', hours: 48, unit: 'calendar' }, 'délai de 48 h'),
  within(
    { kind: 'hoursBefore', hours: 48, unit: 'business', from: 'dayStart' },
    "délai de 48 h ouvrables avant le jour de l'accueil",
  ),
  within({ kind: 'hoursBefore', hours: 48, unit: 'school' }, "délai de 2 jours d'école"),
  within(
    { kind: 'hoursBefore', hours: 24, unit: 'office' },
    "délai de 1 jour d'ouverture du service",
  ),
  within(
    { kind: 'daysBefore', days: 1, unit: 'calendar', at: '09:00' },
    'délai de la veille à 9 h',
  ),
  within({ kind: 'daysBefore', days: 3, unit: 'calendar', at: '12:00' }, 'délai de 3 jours à midi'),
  within(
    { kind: 'daysBefore', days: 8, unit: 'clear', at: '24:00', anchor: 'stay' },
    'délai de 8 jours francs avant le premier jour du séjour',
  ),
  within(
    { kind: 'daysBefore', days: 2, unit: 'business', at: '24:00' },
    'délai de 2 jours ouvrables',
  ),
  within(
    { kind: 'daysBefore', days: 1, unit: 'calendar', at: '24:00', anchor: 'week' },
    'délai de la veille du lundi de la semaine',
  ),
  within({ kind: 'sameDay', at: '09:00' }, 'délai du jour même à 9 h'),
  within(
    { kind: 'weekCutoff', weekday: 4, at: '12:00', weeksBefore: 1 },
    'délai du jeudi de la semaine précédente à midi',
  ),
  within(
    { kind: 'weekCutoff', weekday: 1, at: '24:00', weeksBefore: 0 },
    'délai du lundi de la même semaine',
  ),
  within(
    { kind: 'weekCutoff', weekday: 5, at: '24:00', weeksBefore: 2 },
    'délai du vendredi, 2 semaines avant',
  ),
  within({ kind: 'weekdayMap', map: {} }, 'délai fixé pour ce jour de la semaine'),
  within(
    { kind: 'dayOfPrecedingMonth', day: 1, at: '24:00', monthsBefore: 0 },
    'délai du 1er du mois même',
  ),
  within(
    { kind: 'dayOfPrecedingMonth', day: 20, at: '18:00', monthsBefore: 2 },
    'délai du 20 à 18 h, 2 mois avant',
  ),
  within(
    { kind: 'monthsBefore', months: 1, at: '24:00', anchor: 'period' },
    'délai de 1 mois avant le premier jour de la période',
  ),
  within({ kind: 'sameDay', at: '24:00', anchor: 'month' }, 'délai du 1er du mois'),
  within({ kind: 'dates', dates: [] }, 'délai publié pour ces jours'),
  within({ kind: 'windowEnd' }, 'délai de la période de réservation'),
  [
    {
      code: 'withinLimit',
      limitAt: minuteAfter,
      limit: { kind: 'sameDay', at: '09:00', inclusive: true },
    },
    "Possible jusqu'au vendredi 20 novembre à 9 h inclus (délai du jour même à 9 h).",
  ],
  [
    {
      code: 'limitPassed',
      limitAt: minuteAfter,
      limit: { kind: 'sameDay', at: '09:00', inclusive: true },
    },
    "Le délai du jour même à 9 h est dépassé : il allait jusqu'au vendredi 20 novembre à 9 h inclus.",
  ],
  [
    { code: 'stageOfChannel', channel: 'phone' },
    'Demande faite par téléphone : elle suit le délai et le tarif prévus pour celles-ci.',
  ],
  [
    { code: 'channelNotServed', action: 'cancel', channel: 'mail' },
    "Le règlement ne prévoit pas d'annulation par courriel ou courrier.",
  ],
  [
    { code: 'channelNotServed', action: 'book', channel: 'paper' },
    'Le règlement ne prévoit pas de réservation par bulletin papier.',
  ],
  [
    { code: 'neverPossible', action: 'cancel' },
    'Une réservation est définitive et ne peut pas être annulée.',
  ],
  [{ code: 'neverPossible', action: 'book' }, 'Le règlement ne permet pas de réserver ce jour.'],
  [{ code: 'limitNotStated' }, "Le règlement n'indique pas jusqu'à quand c'est possible."],
  [
    { code: 'limitOfWeekdayUnknown', on: day('2026-11-25') },
    'Le règlement ne donne pas de délai pour le mercredi.',
  ],
  [
    { code: 'limitOfDayUnknown', on: day('2026-11-25') },
    'Le calendrier des délais ne donne pas de date pour le mercredi 25 novembre 2026.',
  ],
  [
    { code: 'windowEndUnknown', label: 'Mercredis' },
    "La période de réservation « Mercredis » n'a pas de fin annoncée.",
  ],
  [
    { code: 'consequenceNotStated', action: 'book' },
    'Le règlement ne dit pas ce que devient une réservation demandée à ce moment.',
  ],
  [
    { code: 'consequenceNotStated', action: 'cancel' },
    'Le règlement ne dit pas ce que devient une annulation demandée à ce moment.',
  ],
  [
    { code: 'nothingToBook' },
    "Il n'y a rien à réserver pour cet accueil : chaque présence est facturée.",
  ],
  [
    { code: 'payFirst' },
    "Le paiement accompagne la demande : rien n'est réservé tant qu'elle n'est pas payée.",
  ],
  [
    { code: 'excluded', cents: cents(5230), month: '2026-10', lasts: 'untilPaid' },
    "52,30 € restent impayés pour octobre 2026 : l'enfant ne peut pas être accueilli tant qu'ils ne sont pas réglés.",
  ],
  [
    { code: 'excluded', cents: cents(5230), month: '2026-10', lasts: 'followingMonth' },
    "52,30 € restent impayés pour octobre 2026 : l'enfant ne peut pas être accueilli ce mois-ci.",
  ],
  [
    { code: 'leaveDays', leave: 2, open: 7, per: 'period' },
    "Sur les 7 jours d'accueil de la période, 2 sont laissés à d'autres enfants : pas plus de 5 jours.",
  ],
  [{ code: 'maxDays', max: 1, per: 'period' }, 'Pas plus de 1 jour par période pour cet accueil.'],
  [
    { code: 'ageOut', from: 6, below: null, asOf: day('2026-12-31') },
    'Cet accueil est réservé aux enfants de 6 ans et plus au jeudi 31 décembre 2026.',
  ],
  ...admissions(),
];

function admissions(): readonly (readonly [Reason, string])[] {
  type Condition = Extract<Reason, { code: 'notAdmitted' }>['condition'];
  const told = (
    condition: Condition,
    labels: readonly string[],
    words: string,
  ): readonly [Reason, string] => [
    { code: 'notAdmitted', condition, labels },
    `Votre enfant ne peut pas être accueilli ici : cet accueil ${words}.`,
  ];
  return [
    told(
      { kind: 'residence', in: ['commune', 'canton'] },
      ['Commune', 'Canton'],
      'est réservé à la catégorie « Commune » ou « Canton »',
    ),
    told({ kind: 'scheme', in: ['caf'] }, ['CAF'], 'est réservé au régime « CAF »'),
    told({ kind: 'flag', is: 'pai' }, ['PAI'], 'est réservé à la situation « PAI »'),
    told({ kind: 'noFlag', is: 'pai' }, ['PAI'], "n'est pas ouvert à la situation « PAI »"),
    told({ kind: 'group', in: ['cm'] }, ['cm'], 'est réservé au groupe « cm »'),
    told({ kind: 'mode', in: ['annuel'] }, ['Annuel'], "ne se réserve qu'au mode « Annuel »"),
    told({ kind: 'extra', is: 'bus' }, ['Navette'], "ne se réserve qu'avec « Navette »"),
    told(
      { kind: 'quotient', from: 300, below: 700 },
      [],
      'est réservé aux quotients familiaux de 300 à moins de 700',
    ),
    told(
      { kind: 'quotient', below: 700 },
      [],
      'est réservé aux quotients familiaux de moins de 700',
    ),
    told(
      { kind: 'quotient', from: 300 },
      [],
      'est réservé aux quotients familiaux à partir de 300',
    ),
    told({ kind: 'noQuotient' }, [], 'est réservé aux familles sans quotient familial connu'),
    told({ kind: 'age', from: 6 }, [], 'est réservé aux enfants de 6 ans et plus'),
    told(
      { kind: 'rank', from: 2, counting: 'registered' },
      [],
      'est réservé, parmi les enfants inscrits de la famille, à partir du rang 2',
    ),
    told(
      { kind: 'rank', from: 2, upTo: 3, counting: 'dependent' },
      [],
      'est réservé, parmi les enfants à charge de la famille, aux rangs 2 à 3',
    ),
    told(
      { kind: 'children', from: 2, counting: 'dependent' },
      [],
      "est réservé aux familles d'au moins 2 enfants à charge",
    ),
    told(
      { kind: 'children', from: 1, upTo: 1, counting: 'registered' },
      [],
      'est réservé aux familles de 1 seul enfant inscrit',
    ),
    told({ kind: 'weekday', in: [1, 2] }, [], "n'est ouvert que le lundi ou le mardi"),
  ];
}
