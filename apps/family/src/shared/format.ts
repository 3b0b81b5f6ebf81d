import { formatEuros, type Cents } from '@preau/domain/money/cents';
import { addDays, type Day } from '@preau/domain/time/day';
import { formatDayLong } from '@preau/domain/explain/format-fr';

const NBSP = '\u00a0';

/** `+ 4,45 €`, `− 3,42 €`, `0,00 €`: a change of what is owed. */
export function formatSigned(amount: Cents): string {
  if (amount === 0) return formatEuros(amount);
  const sign = amount > 0 ? '+' : '−';
  return `${sign}${NBSP}${formatEuros(Math.abs(amount) as Cents)}`;
}

/** `3 ajouts · 1 annulation`; what there is none of is not said. */
export function formatCounts(adds: number, removes: number): string {
  const parts = [
    adds > 0 ? `${adds}${NBSP}${adds > 1 ? 'ajouts' : 'ajout'}` : '',
    removes > 0 ? `${removes}${NBSP}${removes > 1 ? 'annulations' : 'annulation'}` : '',
  ];
  return parts.filter(Boolean).join(' · ') || 'Aucune modification';
}

/** `23 – 27 novembre`, `30 novembre – 4 décembre`: Monday to Friday. */
export function formatWeek(monday: Day): string {
  const [, firstDate = '', firstMonth = ''] = partsOf(monday);
  const [, lastDate = '', lastMonth = ''] = partsOf(addDays(monday, 4));
  return firstMonth === lastMonth
    ? `${firstDate} – ${lastDate}${NBSP}${lastMonth}`
    : `${firstDate}${NBSP}${firstMonth} – ${lastDate}${NBSP}${lastMonth}`;
}

/** Weekday, date and month of `mardi 1er décembre`. */
function partsOf(on: Day): readonly string[] {
  return formatDayLong(on).split(/[\s\u00a0]/);
}
