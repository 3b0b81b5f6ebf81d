import { holdsPlace } from '@preau/domain/bookings/states';
import type { Faker } from '@faker-js/faker';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { type Day, isoWeekOf, schoolYearOf, weekdayOf } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { AcceptedEnrolment } from '../../modules/enrolments/enrolments.public.ts';
import { newId } from '../../platform/ids.ts';
import type { DemoBooking, OpenSession } from '../demo-bookings.ts';
import type { Seats } from '../seats.ts';
import type { DemoChild, DemoHousehold, DemoStory, DemoTown } from '../town.ts';
import { type Fate, fatesOfFullDays, fatesToCome } from './fates.ts';
import { liveOut } from './live-out.ts';
import type { Wish } from './office.ts';

export type Living = {
  readonly town: DemoTown;
  /** In order of day. */
  readonly sessions: readonly OpenSession[];
  readonly children: readonly DemoChild[];
  readonly enrolments: readonly AcceptedEnrolment[];
  readonly reglement: CompiledReglement;
  readonly seats: Seats;
  readonly now: Instant;
  readonly faker: Faker;
};

/** Places that habits leave free on days which are not meant to be full. */
const placesLeft = 2;
const missedShare = 0.04;
const fullEvery = 6;
/** What is to be seen happened lately, where it can have. */
const daysOfNews = 12;
const day = 24 * 3_600_000;

/**
 * The bookings of a town where the service answers, or where one pays first: the turns that are to
 * be seen, each on the first day that lets it happen, then the habits of everybody, then full days.
 */
export function liveTown(living: Living): DemoBooking[] {
  const town = new LivingTown(living);
  town.tellStories();
  town.followHabits();
  town.fillDays();
  return town.bookings;
}

/** Only the turns that are to be seen. */
export function tellStories(living: Living): DemoBooking[] {
  const town = new LivingTown(living);
  town.tellStories();
  return town.bookings;
}

class LivingTown {
  readonly bookings: DemoBooking[] = [];
  readonly #living: Living;
  readonly #today: Day;
  readonly #payers: Map<string, { household: DemoHousehold; place: number; online: boolean }[]>;
  readonly #welcomed: Map<string, DemoChild[]>;
  /** Units of a child on a day. */
  readonly #agenda = new Map<string, string[]>();
  /** Days of a child in an activity. */
  readonly #days = new Map<string, Day[]>();
  /** Children of whom only what their story says is to be seen. */
  readonly #told: ReadonlySet<string>;
  /** Sessions that are to have no place left. */
  readonly #full = new Set<OpenSession>();

  constructor(living: Living) {
    this.#living = living;
    this.#today = localDayOf(living.now, living.reglement.calendar.timeZone);
    this.#payers = payersOf(living.town.households);
    this.#welcomed = welcomedBy(living);
    this.#told = toldChildren(living.town);
  }

  tellStories(): void {
    for (const story of this.#living.town.stories ?? []) this.#tell(story);
  }

  /** Gives each fate of a story the first day on which the règlement lets it happen. */
  #tell({ childId, fates, units }: DemoStory): void {
    for (const fate of fates) {
      const toCome = fatesToCome.includes(fate);
      const own = this.#living.sessions.filter(
        (session) =>
          (units === undefined || units.includes(session.unit)) &&
          (!toCome || session.on >= this.#today),
      );
      const ahead = own.filter(({ on }) => on > this.#today);
      const behind = own.filter(({ on }) => on <= this.#today).toReversed();
      const inOrder = [...ahead, ...behind];
      const session =
        inOrder.find((one) => this.#live(childId, one, fate, daysOfNews)) ??
        inOrder.find((one) => this.#live(childId, one, fate));
      if (session && fatesOfFullDays.includes(fate)) this.#full.add(session);
    }
  }

  followHabits(): void {
    for (const session of this.#living.sessions) {
      if (this.#full.has(session)) continue;
      for (const child of this.#welcome(session)) {
        if (!child.habits[session.unit]?.includes(weekdayOf(session.on))) continue;
        if (this.#living.seats.tightest(session).free <= placesLeft) break;
        const missed = session.on < this.#today && this.#living.faker.datatype.boolean(missedShare);
        this.#live(child.id, session, missed ? 'missed' : 'usual');
      }
    }
  }

  /** Fills the days that stories found full, and one in some of those to come. */
  fillDays(): void {
    const { sessions, town, seats } = this.#living;
    const more = sessions.filter(
      ({ on, unit }, at) =>
        on > this.#today && town.fullUnits.includes(unit) && at % fullEvery === 1,
    );
    for (const session of [...this.#full, ...more]) {
      for (const child of this.#welcome(session)) {
        if (seats.tightest(session).free <= 0) break;
        if (!this.#told.has(child.id)) this.#live(child.id, session, 'accepted');
      }
    }
  }

  /**
   * @param within days since the first step, at most
   * @returns whether it can be; the booking is then made, and its place taken.
   */
  #live(childId: string, session: OpenSession, fate: Fate, within?: number): boolean {
    const { reglement, seats, now } = this.#living;
    const child = this.#welcome(session).find(({ id }) => id === childId);
    if (!child || this.#isBusy(child, session)) return false;
    const { free, capacity } = seats.tightest(session);
    if (free <= 0) return false;
    const days = this.#days.get(`${child.id} ${session.activityId}`) ?? [];
    const wish: Wish = {
      child,
      session,
      free,
      capacity,
      otherDays: days.filter((on) => on !== session.on),
      ...this.#payerOf(child.id, session.on),
    };
    const life = liveOut(fate, wish, { reglement, now });
    if (!life) return false;
    if (within !== undefined && life.steps[0].at < now - within * day) return false;
    if (holdsPlace(life.state, life.requestHolds)) seats.take(session);
    add(this.#agenda, `${child.id} ${session.on}`, session.unit);
    add(this.#days, `${child.id} ${session.activityId}`, session.on);
    const { household } = wish;
    this.bookings.push({ id: newId(), householdId: household.id, child, session, ...life });
    return true;
  }

  #isBusy(child: DemoChild, session: OpenSession): boolean {
    const { reglement } = this.#living;
    const own = reglement.unit(session.unit)?.unit;
    return (this.#agenda.get(`${child.id} ${session.on}`) ?? []).some((code) => {
      const other = reglement.unit(code)?.unit;
      if (!own || !other) return false;
      return own.startsAt < other.endsAt && other.startsAt < own.endsAt;
    });
  }

  #welcome({ activityId, group, on }: OpenSession): readonly DemoChild[] {
    return this.#welcomed.get(`${activityId} ${group} ${schoolYearOf(on)}`) ?? [];
  }

  /** Separated parents take turns, week by week. */
  #payerOf(childId: string, on: Day) {
    const all = this.#payers.get(childId) ?? [];
    const payer = all[isoWeekOf(on).week % all.length];
    if (!payer) throw new Error('A child without a household');
    return payer;
  }
}

function payersOf(households: readonly DemoHousehold[]) {
  const known = new Map<string, { household: DemoHousehold; place: number; online: boolean }[]>();
  for (const [place, household] of households.entries()) {
    const online = household.guardians.some(({ access }) => access === 'active');
    for (const { id } of household.children) add(known, id, { household, place, online });
  }
  return known;
}

/** Those of a story, and those of the households one signs in as. */
function toldChildren({ households, stories = [], told }: DemoTown): Set<string> {
  const emails = new Set(told.map(({ email }) => email));
  const shown = households.filter(({ guardians }) =>
    guardians.some(({ email }) => emails.has(email)),
  );
  return new Set([
    ...stories.map(({ childId }) => childId),
    ...shown.flatMap(({ children }) => children.map(({ id }) => id)),
  ]);
}

function welcomedBy({ children, enrolments }: Living): Map<string, DemoChild[]> {
  const childOf = new Map(children.map((child) => [child.id, child]));
  const welcomed = new Map<string, DemoChild[]>();
  for (const { childId, activityId, ageGroup, schoolYear } of enrolments) {
    const child = childOf.get(childId);
    if (child) add(welcomed, `${activityId} ${ageGroup} ${schoolYear}`, child);
  }
  return welcomed;
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
