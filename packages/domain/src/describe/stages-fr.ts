import { limitExceptions, limitWords } from '../explain/limit-words-fr.ts';
import type { ActivityRules, Channel, Limit, Stage } from '../reglement/document.ts';
import { type Block, listOf, paragraph } from './description.ts';
import { bookingConsequence, cancellingConsequence } from './consequence-words-fr.ts';
import type { Day } from '../time/day.ts';
import type { Names } from './names.ts';
import { stillToCome } from './still-to-come.ts';
import { answerWithin, joinAnd, joinOr, upperFirst } from './words-fr.ts';

type Action = 'book' | 'cancel';

const over: Readonly<Record<Action, string>> = {
  book: "Après, il n'est plus possible de réserver.",
  cancel: "Après, il n'est plus possible d'annuler.",
};

const never: Readonly<Record<Action, string>> = {
  book: "Il n'est pas possible de réserver.",
  cancel: "Il n'est pas possible d'annuler.",
};

const neverOnline: Readonly<Record<Action, string>> = {
  book: 'Les réservations ne se font pas en ligne.',
  cancel: 'Les annulations ne se font pas en ligne.',
};

/** Until when, by which channel and at what price one may book. */
export function bookingBlocks(activity: ActivityRules, names: Names, today: Day): readonly Block[] {
  const { acceptance } = activity.regime;
  if (acceptance.kind === 'none') {
    return [
      paragraph(
        "Il n'y a rien à réserver : votre enfant vient quand vous en avez besoin, et chaque venue est facturée.",
      ),
    ];
  }
  const answer =
    acceptance.kind === 'staff'
      ? [
          `Le service valide chaque demande et vous répond sous ${answerWithin(acceptance.answerWithinHours)}.`,
          acceptance.holdsPlace
            ? 'En attendant sa réponse, la place est gardée pour vous.'
            : "La place n'est pas gardée en attendant sa réponse.",
        ]
      : [];
  return [
    ...stagesBlocks(activity.booking, { action: 'book', names, today }),
    ...(answer.length === 0 ? [] : [paragraph(answer.join(' '))]),
    ...excludedBlocks(activity),
    ...daysBlocks(activity),
  ];
}

/** Until when, by which channel one may cancel, and what it then costs. */
export function cancellingBlocks(
  activity: ActivityRules,
  names: Names,
  today: Day,
): readonly Block[] {
  const { acceptance, cancellation } = activity.regime;
  if (acceptance.kind === 'none') return [];
  const answer =
    cancellation.kind === 'staff'
      ? [
          paragraph(
            `Le service valide chaque annulation et vous répond sous ${answerWithin(cancellation.answerWithinHours)}. Jusque-là, le jour reste réservé.`,
          ),
        ]
      : [];
  return [...stagesBlocks(activity.cancelling, { action: 'cancel', names, today }), ...answer];
}

type Telling = { readonly action: Action; readonly names: Names; readonly today: Day };

function stagesBlocks(stages: readonly Stage[], telling: Telling): readonly Block[] {
  const { action } = telling;
  if (stages.every(({ consequence }) => consequence.kind === 'refused')) {
    return [paragraph(never[action])];
  }
  const told = stages.map((stage, index) => stageWords(stage, stages[index - 1], telling));
  const online = stages.some(
    ({ channels, consequence }) => channels.includes('online') && consequence.kind !== 'refused',
  );
  const last = stages.at(-1);
  const ends =
    last?.until && last.until.kind !== 'notStated' && last.consequence.kind !== 'refused';
  const exceptions = [
    ...new Set(stages.flatMap(({ until }) => (until === null ? [] : limitExceptions(until)))),
  ];
  return [
    ...(online ? [] : [paragraph(neverOnline[action])]),
    ...listOf([...told, ...(ends ? [over[action]] : [])]),
    ...(exceptions.length === 0
      ? []
      : [paragraph('Cas particuliers :'), { kind: 'list' as const, items: exceptions }]),
  ];
}

/** `En ligne ou auprès du service, au plus tard la veille, avant 10 h : sans frais.` */
function stageWords(
  { channels, modes, until, consequence }: Stage,
  before: Stage | undefined,
  { action, names, today }: Telling,
): string {
  const usual = before === undefined && consequence.kind === 'normal' && action === 'book';
  const words =
    action === 'book'
      ? bookingConsequence(consequence, names)
      : cancellingConsequence(consequence, names);
  // The same people by the same way as before are not named again.
  const same = before !== undefined && before.channels.join() === channels.join();
  const head = [
    ...(before === undefined ? [] : ['ensuite']),
    ...(same ? [] : [channelsWords(channels)]),
    ...(modes === undefined ? [] : [`pour « ${joinOr(modes.map(names.mode))} »`]),
    ...(until === null ? [] : [untilWords(stillToCome(until, today))]),
  ];
  const sentence = upperFirst(head.join(', '));
  return usual ? `${sentence}.` : `${sentence} : ${words}.`;
}

function untilWords(until: Limit): string {
  return until.kind === 'notStated'
    ? "jusqu'à une limite que le règlement n'indique pas"
    : `au plus tard ${limitWords(until)}`;
}

const channelNames: Readonly<Record<Channel, string>> = {
  online: 'en ligne',
  staff: 'auprès du service',
  phone: 'par téléphone',
  mail: 'par écrit',
  paper: 'sur la fiche papier',
  desk: "à l'accueil du service",
};

/** Every way the service itself records. */
const byStaff: readonly Channel[] = ['phone', 'mail', 'paper', 'desk'];

function channelsWords(channels: readonly Channel[]): string {
  const all = byStaff.every((channel) => channels.includes(channel));
  const told: readonly Channel[] = all
    ? [...(channels.includes('online') ? (['online'] as const) : []), 'staff']
    : channels;
  const only = told.length === 1 && told[0] !== 'online' ? ' seulement' : '';
  return `${joinOr(told.map((channel) => channelNames[channel]))}${only}`;
}

/** Units that cannot be booked together the same day. */
function excludedBlocks({ units }: ActivityRules): readonly Block[] {
  const pairs = units.flatMap((unit) =>
    unit.excludes.length === 0 ? [] : [new Set([unit.code, ...unit.excludes])],
  );
  const groups: Set<string>[] = [];
  for (const pair of pairs) {
    const known = groups.find((group) => [...pair].some((code) => group.has(code)));
    if (known) for (const code of pair) known.add(code);
    else groups.push(new Set(pair));
  }
  return listOf(
    groups.map((group) => {
      const labels = units.filter(({ code }) => group.has(code)).map(({ label }) => `« ${label} »`);
      return `Un même jour, choisissez entre ${joinAnd(labels)}.`;
    }),
  );
}

const perDays = { week: 'semaine', month: 'mois', period: 'période' } as const;

const inThat = { week: 'la semaine', month: 'le mois', period: 'la période' } as const;

function daysBlocks({ days }: ActivityRules): readonly Block[] {
  return listOf(
    days.flatMap(({ per, min, max, minWithPublicHoliday, leave }) => [
      ...(min === null
        ? []
        : [`Au moins ${daysWords(min)} chaque ${perDays[per]} où votre enfant vient.`]),
      ...(minWithPublicHoliday === undefined
        ? []
        : [
            `Au moins ${daysWords(minWithPublicHoliday)} quand un jour férié tombe dans ${inThat[per]}.`,
          ]),
      ...(max === null ? [] : [`Au plus ${daysWords(max)} par ${perDays[per]} et par enfant.`]),
      ...(leave === undefined
        ? []
        : [
            `Chaque ${perDays[per]}, ${daysWords(leave)} d'ouverture au moins ${leave > 1 ? 'sont laissés' : 'est laissé'} aux autres familles.`,
          ]),
    ]),
  );
}

const daysWords = (count: number): string => `${count} ${count > 1 ? 'jours' : 'jour'}`;
