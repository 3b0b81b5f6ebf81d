import type { BookingState } from '@preau/domain/bookings/states';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { DemoLife } from '../demo-bookings.ts';
import type { Fate } from './fates.ts';
import {
  answeredAt,
  answersAfter,
  earlierMoments,
  type Moments,
  paidAt,
  recentMoments,
  usualMoments,
} from './moments.ts';
import { Office, type Progress, type Wish } from './office.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const because = {
  refused: 'Le groupe est complet ce jour-là avec les enfants de l’école.',
  cancellationRefused: 'Les repas de ce jour sont déjà commandés.',
};

/**
 * The life of a day a child wants, step by step, each decided by the règlement at its moment.
 *
 * @returns `undefined` where the règlement does not let that happen now, for that day: the
 *   demonstration shows nothing impossible
 */
export function liveOut(fate: Fate, wish: Wish, moments: Moments): DemoLife | undefined {
  const office = new Office(wish, moments.reglement);
  const made = { office, wish, moments };
  const life = stories[fate](made);
  if (life === undefined || !isConsistent(life, made)) return undefined;
  return office.told(life, moments.now, stateAfterDay(fate, life, made));
}

type Made = { readonly office: Office; readonly wish: Wish; readonly moments: Moments };
type Story = (made: Made) => Progress | undefined;

const stories: Readonly<Record<Fate, Story>> = {
  usual: asUsual,
  accepted: (made) => fromConfirmed(made, (life) => life),
  attended: (made) => overDays(made, asUsual),
  missed: (made) => overDays(made, asUsual),
  requested: (made) => recently(made, (life) => (isPending(life, made) ? life : undefined)),
  overdue: (made) => earlier(made, (life) => (isOverdue(life, made) ? life : undefined)),
  refused: (made) => earlier(made, (life) => answer(made, life, false, because.refused)),
  withdrawn: (made) =>
    earlier(made, (life) =>
      life.state === 'requested'
        ? cancelOnline(made, life, life.steps[0].at + 3 * hour)
        : undefined,
    ),
  toPay: (made) =>
    recently(made, (life) => unpaid(made, life)) ?? earlier(made, (life) => unpaid(made, life)),
  expired: (made) => earlier(made, (life) => expire(made, unpaid(made, life, false))),
  cancellationRequested: (made) =>
    fromConfirmed(made, (life) =>
      firstOf(recentMoments(made.wish.place, made.moments), (at) => {
        const asked = cancelOnline(made, life, at);
        return asked?.state === 'cancellationRequested' && isDueLater(asked, made)
          ? asked
          : undefined;
      }),
    ),
  cancellationRefused: (made) =>
    fromConfirmed(made, (life) =>
      firstOf(earlierMoments(made.wish.place, made.moments), (at) => {
        const asked = cancelOnline(made, life, at);
        if (asked?.state !== 'cancellationRequested') return undefined;
        return answer(made, asked, false, because.cancellationRefused);
      }),
    ),
  cancelled: (made) =>
    fromConfirmed(made, (life) =>
      firstOf(
        [
          ...recentMoments(made.wish.place, made.moments),
          ...earlierMoments(made.wish.place, made.moments),
        ],
        (at) => cancelled(made, life, at),
      ),
    ),
  cancelledLate: (made) =>
    fromConfirmed(made, (life) => {
      const { now } = made.moments;
      const limit = made.office.day.cancel.normalUntil;
      if (limit === null || limit + hour > now) return undefined;
      const at = Math.min(limit + hour, now - minute) as Instant;
      if (at <= lastAt(life)) return undefined;
      const given = made.office.cancel(life, at, 'staff');
      return given?.state === 'cancelledLate' ? given : undefined;
    }),
  waitlisted: (made) => queued(made),
  offered: (made) => {
    const at = (made.moments.now - hour) as Instant;
    const life = queued(made);
    const offered = life && made.office.offer(life, at);
    return offered && isDueLater(offered, made) ? offered : undefined;
  },
  declined: (made) => {
    const life = queued(made, daysAgo);
    const offered = life && made.office.offer(life, (lastAt(life) + 2 * hour) as Instant);
    return offered && made.office.decline(offered, (lastAt(offered) + hour) as Instant);
  },
  lapsed: (made) => {
    const life = queued(made, daysAgo);
    const offered = life && made.office.offer(life, (lastAt(life) + 2 * hour) as Instant);
    if (!offered || offered.dueAt === null || offered.dueAt > made.moments.now) return undefined;
    return made.office.lapse(offered, offered.dueAt, 'lapsed', {
      code: 'offerLapsed',
      until: offered.dueAt,
    });
  },
  byStaff: (made) => {
    const at = firstOf(earlierMoments(made.wish.place, made.moments), (moment) => {
      const booked = made.office.book(moment, 'staff');
      return booked && settle(made, booked);
    });
    return at;
  },
};

/** Asked, answered and paid in the family's and the office's own time, as far as that is past. */
function asUsual(made: Made): Progress | undefined {
  const { office, wish, moments } = made;
  const times = usualMoments(office.day, wish.session.group, wish.place, moments);
  const { opening } = office.day.activity;
  const booked =
    opening.kind === 'announced'
      ? office.bookAtFirst(times, 'staff')
      : office.bookAtFirst(times, 'online');
  return booked && settle(made, booked);
}

function settle(made: Made, booked: Progress): Progress | undefined {
  const { office, wish, moments } = made;
  let life = booked;
  if (life.state === 'requested') {
    const at = answeredAt(lastAt(life), wish.place, moments);
    if (at > moments.now) return life;
    const answered = office.answer(life, true, '', at);
    if (!answered) return undefined;
    life = answered;
  }
  if (life.state !== 'awaitingPayment' || life.dueAt === null) return life;
  const at = paidAt(lastAt(life), life.dueAt);
  return at > moments.now ? life : office.pay(life, at);
}

function unpaid(made: Made, booked: Progress, stillDue = true): Progress | undefined {
  const fits = (life: Progress | undefined) =>
    life?.state === 'awaitingPayment' && isDueLater(life, made) === stillDue ? life : undefined;
  if (booked.state !== 'requested') return fits(booked);
  const { office, wish, moments } = made;
  return firstOf(answersAfter(lastAt(booked), wish.place, moments), (at) =>
    fits(office.answer(booked, true, '', at)),
  );
}

function expire({ office }: Made, life: Progress | undefined): Progress | undefined {
  if (!life || life.dueAt === null) return undefined;
  return office.lapse(life, life.dueAt, 'expired', { code: 'paymentExpired', until: life.dueAt });
}

function answer(made: Made, life: Progress, accept: boolean, words: string): Progress | undefined {
  const at = answeredAt(lastAt(life), made.wish.place, made.moments);
  return at > made.moments.now ? undefined : made.office.answer(life, accept, words, at);
}

function cancelled(made: Made, life: Progress, at: Instant): Progress | undefined {
  const { everOnline } = made.office.day.cancel;
  if (!everOnline) {
    const given = at > lastAt(life) ? made.office.cancel(life, at, 'staff') : undefined;
    return given?.state === 'cancelled' ? given : undefined;
  }
  const given = cancelOnline(made, life, at);
  if (given?.state === 'cancellationRequested') return answer(made, given, true, '');
  return given?.state === 'cancelled' ? given : undefined;
}

function cancelOnline(made: Made, life: Progress, at: number): Progress | undefined {
  if (at <= lastAt(life) || at > made.moments.now) return undefined;
  return made.office.cancel(life, at as Instant, 'online');
}

/** Long enough ago for an offer to have been answered, or not. */
const daysAgo: readonly number[] = [6, 5, 4, 3, 2, 12, 18, 24, 30, 36, 42, 48].map(
  (days) => days * day,
);

/** Two days in the list: through the office where the list is kept there. */
function queued(
  { office, wish, moments }: Made,
  since: readonly number[] = [2 * day, day, 5 * hour, 3 * hour],
): Progress | undefined {
  const { kind } = office.day.activity.waitingList;
  if (kind === 'none') return undefined;
  const channel = kind === 'online' ? 'online' : 'staff';
  const at = since.map((ago) => (moments.now - ago - wish.place * minute) as Instant);
  return firstOf(at, (moment) => office.wait(moment, channel));
}

/** What follows a booking that holds: made as usual, or earlier where that is not settled yet. */
function fromConfirmed(made: Made, then: Then): Progress | undefined {
  const settled = (life: Progress | undefined) =>
    life?.state === 'confirmed' ? then(life) : undefined;
  return settled(asUsual(made)) ?? earlier(made, (booked) => settled(settle(made, booked)));
}

function overDays(made: Made, story: Story): Progress | undefined {
  return isOver(made) ? story(made) : undefined;
}

type Then = (life: Progress) => Progress | undefined;

function recently(made: Made, then: Then): Progress | undefined {
  return asked(made, recentMoments(made.wish.place, made.moments), then);
}

function earlier(made: Made, then: Then): Progress | undefined {
  return asked(made, earlierMoments(made.wish.place, made.moments), then);
}

function asked({ office }: Made, times: readonly Instant[], then: Then): Progress | undefined {
  return firstOf(times, (at) => {
    const booked = office.book(at, 'online');
    return booked && then(booked);
  });
}

function firstOf<Found>(
  times: readonly Instant[],
  find: (at: Instant) => Found | undefined,
): Found | undefined {
  for (const at of times) {
    const found = find(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPending(life: Progress, made: Made): boolean {
  return life.state === 'requested' && isDueLater(life, made);
}

function isOverdue(life: Progress, made: Made): boolean {
  return life.state === 'requested' && !isDueLater(life, made);
}

function isDueLater({ dueAt }: Progress, { moments }: Made): boolean {
  return dueAt !== null && dueAt > moments.now;
}

/** What waits for an answer or a place is of days to come; nothing that waits is past its term. */
function isConsistent(life: Progress, made: Made): boolean {
  const { office, moments } = made;
  switch (life.state) {
    case 'requested':
    case 'cancellationRequested':
      return moments.now < office.day.startsAt;
    case 'awaitingPayment':
    case 'waitlisted':
    case 'offered':
      return isDueLater(life, made);
    default:
      return lastAt(life) <= moments.now;
  }
}

function stateAfterDay(fate: Fate, life: Progress, made: Made): BookingState {
  if (life.state !== 'confirmed' || !isOver(made)) return life.state;
  return fate === 'missed' ? 'absentUnexcused' : 'attended';
}

function isOver({ wish, moments }: Made): boolean {
  return wish.session.on < localDayOf(moments.now, moments.reglement.calendar.timeZone);
}

function lastAt({ steps }: Progress): Instant {
  return (steps.at(-1) ?? steps[0]).at;
}
