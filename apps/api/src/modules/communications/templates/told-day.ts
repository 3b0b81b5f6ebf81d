import { formatDayLong } from '@preau/domain/explain/format-fr';
import { cents, formatEuros } from '@preau/domain/money/cents';
import type { Day } from '@preau/domain/time/day';

/** A day of a child at an activity, as e-mails speak of it. */
export type ToldDay = {
  readonly childFirstName: string;
  readonly on: Day;
  readonly unitLabel: string;
  readonly activityLabel: string;
};

/** « Lina, mardi 1er décembre : Périscolaire – Matin ». */
export function dayWords({ childFirstName, on, activityLabel, unitLabel }: ToldDay): string {
  return `${childFirstName}, ${formatDayLong(on)} : ${activityLabel} – ${unitLabel}`;
}

/** An amount with its sign: « − 1,40 € ». */
export function signedEuros(amount: number): string {
  return amount < 0 ? `− ${formatEuros(cents(-amount))}` : formatEuros(cents(amount));
}
