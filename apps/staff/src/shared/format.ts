import { formatClock, formatDayShort } from '@preau/domain/explain/format-fr';
import { type Cents, formatEuros } from '@preau/domain/money/cents';
import type { Day } from '@preau/domain/time/day';
import { type Instant, localDayOf, localTimeOf } from '@preau/domain/time/instant';

/** `lun. 23 nov. à 10 h 42`: a moment in a list, where the organisation is. */
export function formatMoment(at: Instant, timeZone: string): string {
  const clock = formatClock(localTimeOf(at, timeZone));
  return `${formatDayShort(localDayOf(at, timeZone))} à ${clock}`;
}

/** `1 enfant`, `2 enfants`: French counts zero and one as singular. */
export function counted(count: number, one: string, many: string): string {
  return `${count}\u00a0${count < 2 ? one : many}`;
}

/** `+ 4,45 €`, `− 3,42 €`, `0,00 €`: a change of what is owed. */
export function formatSigned(amount: Cents): string {
  if (amount === 0) return formatEuros(amount);
  const sign = amount > 0 ? '+' : '−';
  return `${sign}\u00a0${formatEuros(Math.abs(amount) as Cents)}`;
}

/** `14/03/2019`: a day as a form has it. */
export function formatDate(on: Day): string {
  return on.split('-').toReversed().join('/');
}

/** `7 ans`, `8 mois`: how old somebody born on a day is on another. */
export function formatAge(birthOn: Day, today: Day): string {
  const [birth, now] = [birthOn, today].map((on) => on.split('-').map(Number));
  const [byear = 0, bmonth = 0, bdate = 0] = birth ?? [];
  const [year = 0, month = 0, date = 0] = now ?? [];
  const months = (year - byear) * 12 + month - bmonth - (date < bdate ? 1 : 0);
  return months < 24
    ? counted(months, 'mois', 'mois')
    : counted(Math.floor(months / 12), 'an', 'ans');
}
