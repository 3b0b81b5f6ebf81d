import { newId } from '../platform/ids.ts';
import type { DemoBooking, DemoStep } from './demo-bookings.ts';

/** A step and the booking it is one of. */
export type Told = { readonly booking: DemoBooking; readonly step: DemoStep };

/** What one hand did at one instant for one household. */
export type Act = { readonly id: string; readonly first: Told; readonly told: readonly Told[] };

/** The acts behind some bookings. */
export type Acts = {
  /** Carts that were validated. */
  readonly receipts: readonly Act[];
  /** Answers of the staff to requests, oldest first. */
  readonly answers: readonly Act[];
  /** The cart a step was validated with. */
  readonly receiptOf: (step: DemoStep) => string | null;
};

/** Gathers the steps of bookings into the acts they were made in. */
export function gatherActs(bookings: readonly DemoBooking[]): Acts {
  const told = bookings.flatMap((booking) => booking.steps.map((step) => ({ booking, step })));
  const answered = told
    .filter(({ step }) => step.action === 'answer')
    .toSorted((one, other) => one.step.at - other.step.at);
  const receipts = actsOf(
    told.filter(({ step }) => step.action !== null && step.action !== 'answer'),
  );
  const ids = new Map(receipts.flatMap((act) => act.told.map(({ step }) => [step, act.id])));
  return { receipts, answers: actsOf(answered), receiptOf: (step) => ids.get(step) ?? null };
}

function actsOf(told: readonly Told[]): Act[] {
  const acts = new Map<string, Told[]>();
  for (const one of told) {
    const key = `${one.booking.householdId} ${one.step.at} ${one.step.by}`;
    const known = acts.get(key);
    if (known) known.push(one);
    else acts.set(key, [one]);
  }
  return [...acts.values()].flatMap((lines) => {
    const [first] = lines;
    return first ? [{ id: newId(), first, told: lines }] : [];
  });
}
