import { formatDayLong, formatDayWithYear, ordinal } from '../explain/format-fr.ts';
import type { BookingWindow, Opening, TurnOwner } from '../reglement/document.ts';
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
    case 'precedingMonth': {
      const turns = (opening.staggered ?? []).map(({ day, at = opening.at, ...owner }) =>
        turnWords(owner, `le ${dayOfMonthWords(day)}${clockFrom(at)}`, names),
      );
      return [
        paragraph(
          `Chaque mois s'ouvre à la réservation le ${dayOfMonthWords(opening.day)} du mois précédent${clockFrom(opening.at)}${inTurn(turns)}.`,
        ),
      ];
    }
    case 'daysBefore': {
      const turns = (opening.staggered ?? []).map(({ days, at = opening.at, ...owner }) =>
        turnWords(owner, `${counted(days, 'jour')} avant${clockFrom(at)}`, names),
      );
      return [
        paragraph(
          `Chaque jour s'ouvre à la réservation ${counted(opening.days, 'jour')} avant${clockFrom(opening.at)}${inTurn(turns)}.`,
        ),
      ];
    }
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
      const turns = staggered.map((turn) =>
        turnWords(turn, `à partir du ${dateAt(turn.opens)}`, names),
      );
      return `${label} (${days}) : réservations à partir du ${dateAt(opens)}${inTurn(turns)}${closesWords(closes)}.`;
    }),
  );
}

function inTurn(turns: readonly string[]): string {
  return turns.length === 0 ? '' : ` (${turns.join(' ; ')})`;
}

function dayOfMonthWords(day: number): string {
  return day === 1 ? ordinal(1) : String(day);
}

/** Those who may book on another day than the others. */
function turnWords({ group, when = [] }: TurnOwner, from: string, names: Names): string {
  const who = [
    ...(group === undefined ? [] : [`groupe ${names.group(group)}`]),
    ...(when.length === 0 ? [] : [conditionsWords(when, names)]),
  ];
  return `${who.join(', ')} : ${from}`;
}

/** Nothing where the limit of each day alone closes the bookings: it is told with them. */
function closesWords(closes: BookingWindow['closes']): string {
  if (closes === null) return '';
  return closes.at === '24:00'
    ? `, jusqu'au ${formatDayWithYear(closes.on)} inclus`
    : `, jusqu'au ${dateAt(closes)}`;
}
