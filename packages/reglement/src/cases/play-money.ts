import { day, lastOfMonth } from '@preau/domain/time/day';
import { around, billOf, depositFor, priceOf, type Span } from './case-money.ts';
import { foundOfMoney } from './found.ts';
import type { Answer, Play } from './play.ts';
import { arrive } from './play-booking.ts';
import type { StepOf } from './steps.schema.ts';
import { childOf, targetsOf } from './targets.ts';

/** What the family owes. */
export function playBill(step: StepOf<'bill'>, play: Play): Answer {
  const { world } = play;
  const owed = billOf(world, play.extra, spanOf(step, play));
  return { found: foundOfMoney(owed), expected: step.expect };
}

function spanOf({ month, from, until }: StepOf<'bill'>, { world, worked, extra }: Play): Span {
  if (month !== undefined) {
    const first = day(`${month}-01`);
    return { from: first, until: lastOfMonth(first) };
  }
  if (from !== undefined && until !== undefined) return { from, until };
  const days = [...world.records(), ...extra.fees, ...extra.memberships].map(({ on }) => on);
  return around(days.length > 0 ? days : [worked.on ?? world.reglement.document.validFrom]);
}

/** What presences would cost, or what is asked at once for them. */
export function playPrice(step: StepOf<'price' | 'deposit'>, play: Play): Answer {
  const { world, worked } = play;
  const targets = targetsOf(step, worked, world.reglement);
  const { mode = null, extras = [], arrival = null, departure = null } = step;
  const imagined = { mode, extras, arrival, departure };
  const lines = priceOf(world, targets, imagined);
  const found = foundOfMoney({ lines, due: targets.length, free: 0 });
  if (step.do === 'price') return { found, expected: step.expect };
  const cents = found.cents === null ? null : depositFor(world, targets, imagined);
  return { found: { ...found, cents }, expected: step.expect };
}

/** Before some hour, nobody fetches a child. */
export function playLeaving(step: StepOf<'leave'>, { world, worked }: Play): Answer {
  const [target] = targetsOf(step, worked, world.reglement);
  const unit = target && world.reglement.unit(target.unit);
  const earliest = unit?.activity.presence?.earliestPickup;
  const early = earliest !== undefined && step.departure < earliest;
  const found = { outcome: early ? 'refused' : 'accepted', told: [] };
  return { found, expected: step.expect };
}

/** What changes, which decides nothing by itself. */
export function learn(step: StepOf<'know' | 'quotient' | 'join' | 'charge'>, play: Play): void {
  const { world, worked } = play;
  arrive(step.at, play);
  switch (step.do) {
    case 'know':
      world.family.know(step);
      return;
    case 'quotient': {
      const { value, validFrom = null } = step;
      world.family.receive({ value, receivedOn: step.at.on, validFrom });
      return;
    }
    case 'join':
    case 'charge': {
      const on = step.on ?? step.at?.on ?? worked.on ?? world.reglement.document.validFrom;
      const { document } = world.reglement;
      if (step.do === 'join') {
        const rule = document.memberships?.find(({ code }) => code === step.membership);
        const childId = rule?.per === 'child' ? childOf(step, worked) : null;
        const taken = { code: step.membership, on, childId };
        play.extra = { ...play.extra, memberships: [...play.extra.memberships, taken] };
      } else {
        const rule = document.fees?.find(({ code }) => code === step.fee);
        const childId = rule?.per === 'child' ? childOf(step, worked) : null;
        const owed = { code: step.fee, on, childId, quantity: step.quantity };
        play.extra = { ...play.extra, fees: [...play.extra.fees, owed] };
      }
    }
  }
}
