import { formatDayShort } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import type { CartLine } from './cart-types.ts';
import type { Change } from './draft.ts';

/** Lines of one child for one service. */
export type CartGroup<Line extends CartLine = CartLine> = {
  readonly key: string;
  readonly childFirstName: string;
  readonly service: string;
  readonly cents: number;
  readonly lines: readonly Line[];
};

/** `Mercredi – Journée avec repas`; not said twice when one names the other. */
export function serviceName(activityLabel: string, unitLabel: string): string {
  const [activity, unit] = [activityLabel, unitLabel].map((text) => text.toLocaleLowerCase('fr'));
  return unit?.includes(activity ?? '') ? unitLabel : `${activityLabel} – ${unitLabel}`;
}

/** Groups lines by child and service, in their first order, each group by date. */
export function groupLines<Line extends CartLine>(lines: readonly Line[]): CartGroup<Line>[] {
  const groups = Map.groupBy(lines, (line) => `${line.childId}/${line.unit}`);
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (!first) return [];
    return {
      key,
      childFirstName: first.childFirstName,
      service: serviceName(first.activityLabel, first.unitLabel),
      cents: members.reduce((total, line) => total + line.cents, 0),
      lines: members.toSorted((one, other) => one.on.localeCompare(other.on)),
    };
  });
}

/** What is asked of one service for one child, in a line. */
export type CartSummary = {
  readonly key: string;
  readonly childFirstName: string;
  readonly service: string;
  /** `4 jours`, `annuler lun. 14 déc.` */
  readonly detail: string;
  readonly cents: number;
};

/** Lines that are alike in a sentence: days while they are few, else how many. */
export function summariesOf(lines: readonly CartLine[]): CartSummary[] {
  const groups = Map.groupBy(lines, (line) => `${line.childId}/${line.unit}/${line.action}`);
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (!first) return [];
    const { childFirstName, activityLabel, unitLabel, action } = first;
    const days = members
      .map(({ on }) => on)
      .toSorted()
      .map((on) => formatDayShort(day(on)));
    const told = days.length > fewDays ? `${days.length} jours` : days.join(', ');
    return {
      key,
      childFirstName,
      service: serviceName(activityLabel, unitLabel),
      detail: `${actionWords[action]}${told}`,
      cents: members.reduce((total, line) => total + line.cents, 0),
    };
  });
}

const fewDays = 2;

const actionWords: Readonly<Record<CartLine['action'], string>> = {
  add: '',
  remove: 'annuler ',
  wait: 'liste d’attente : ',
};

/** Lines that confirming would not do: too late meanwhile, full, or incompatible. */
export const isBlocked = ({ outcome }: Pick<CartLine, 'outcome'>): boolean => !doable.has(outcome);

/** A full day whose waiting list is open online. */
export const canWait = ({ action, reasons }: CartLine): boolean =>
  action === 'add' &&
  reasons.some(({ code }) => code === 'waitingListOpen' || code === 'waitingListFirst');

/** The same day, in the waiting list instead. */
export const waitFor = ({ childId, sessionId }: CartLine): Change => ({
  childId,
  sessionId,
  action: 'wait',
  cents: 0,
});

const doable: ReadonlySet<CartLine['outcome']> = new Set([
  'accepted',
  'pending',
  'acceptedLate',
  'awaitingPayment',
  'waitlisted',
] as const);
