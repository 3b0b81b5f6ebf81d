import { formatEuros, type Cents } from '@preau/domain/money/cents';
import { addDays, type Day } from '@preau/domain/time/day';
import { formatDayLong, formatDayShort } from '@preau/domain/explain/format-fr';

const NBSP = '\u00a0';

/** `+ 4,45 €`, `− 3,42 €`, `0,00 €`: a change of what is owed. */
export function formatSigned(amount: Cents): string {
  if (amount === 0) return formatEuros(amount);
  const sign = amount > 0 ? '+' : '−';
  return `${sign}${NBSP}${formatEuros(Math.abs(amount) as Cents)}`;
}

/** `3 ajouts · 1 annulation · 1 mise en attente`; what there is none of is not said. */
export function formatCounts(adds: number, removes: number, waits = 0): string {
  const told = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count}${NBSP}${count > 1 ? many : one}`];
  const parts = [
    ...told(adds, 'ajout', 'ajouts'),
    ...told(removes, 'annulation', 'annulations'),
    ...told(waits, 'mise en attente', 'mises en attente'),
  ];
  return parts.join(' · ') || 'Aucune modification';
}

/** `23 – 27 novembre`, `30 nov. – 4 déc.`: Monday to Friday, short where there are two months. */
export function formatWeek(monday: Day): string {
  const friday = addDays(monday, 4);
  if (monday.slice(0, 7) === friday.slice(0, 7)) {
    return `${dateOf(formatDayLong(monday))} – ${withoutWeekday(formatDayLong(friday))}`;
  }
  return [monday, friday].map((on) => withoutWeekday(formatDayShort(on))).join(' – ');
}

/** `1er décembre` of `mardi 1er décembre`. */
const withoutWeekday = (words: string): string => words.slice(words.indexOf(' ') + 1);

/** `1er` of `mardi 1er décembre`. */
const dateOf = (words: string): string => withoutWeekday(words).split(NBSP)[0] ?? '';

/** `décembre 2026`. */
export function formatMonth(on: Day): string {
  return withoutWeekday(formatDayLong(on)).split(NBSP)[1] + NBSP + on.slice(0, 4);
}
