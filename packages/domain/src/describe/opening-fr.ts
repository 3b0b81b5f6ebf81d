import { formatDayLong, formatDayWithYear, ordinal } from '../explain/format-fr.ts';
import type { BookingWindow, Opening } from '../reglement/document.ts';
import { conditionsWords } from './conditions-fr.ts';
import { type Block, type DescribeContext, listOf, paragraph } from './description.ts';
import { clockFrom, dateAt } from './moment-fr.ts';
import type { Names } from './names.ts';
import { counted } from './words-fr.ts';

/** From when families may book online. */
export function openingBlocks(
  opening: Opening,
  names: Names,
  { today }: DescribeContext,
): readonly Block[] {
  switch (opening.kind) {
    case 'always':
      return [paragraph('Les réservations sont ouvertes toute l’année.')];
    case 'precedingMonth':
      return [
        paragraph(
          `Chaque mois s'ouvre à la réservation le ${opening.day === 1 ? ordinal(1) : opening.day} du mois précédent${clockFrom(opening.at)}.`,
        ),
      ];
    case 'daysBefore':
      return [
        paragraph(
          `Chaque jour s'ouvre à la réservation ${counted(opening.days, 'jour')} avant${clockFrom(opening.at)}.`,
        ),
      ];
    case 'announced':
      return [
        paragraph(
          'Les dates de réservation et la marche à suivre sont annoncées dans les actualités du portail.',
        ),
      ];
    case 'windows':
      return windowsBlocks(
        opening.windows.filter(({ sessions }) => sessions.until >= today),
        names,
      );
  }
}

function windowsBlocks(windows: readonly BookingWindow[], names: Names): readonly Block[] {
  if (windows.length === 0) {
    return [paragraph('Aucune période de réservation n’est annoncée pour le moment.')];
  }
  return listOf(
    windows.map(({ label, sessions, opens, closes, staggered }) => {
      const days = `du ${formatDayLong(sessions.from)} au ${formatDayWithYear(sessions.until)}`;
      const turns = staggered.map((turn) => turnWords(turn, names));
      const others = turns.length === 0 ? '' : ` (${turns.join(' ; ')})`;
      return `${label} (${days}) : réservations à partir du ${dateAt(opens)}${others}${closesWords(closes)}.`;
    }),
  );
}

/** Those who may book on another day than the others. */
function turnWords(
  { group, when = [], opens }: BookingWindow['staggered'][number],
  names: Names,
): string {
  const who = [
    ...(group === undefined ? [] : [`groupe ${names.group(group)}`]),
    ...(when.length === 0 ? [] : [conditionsWords(when, names)]),
  ];
  return `${who.join(', ')} : à partir du ${dateAt(opens)}`;
}

/** Nothing where the limit of each day alone closes the bookings: it is told with them. */
function closesWords(closes: BookingWindow['closes']): string {
  if (closes === null) return '';
  return closes.at === '24:00'
    ? `, jusqu'au ${formatDayWithYear(closes.on)} inclus`
    : `, jusqu'au ${dateAt(closes)}`;
}
