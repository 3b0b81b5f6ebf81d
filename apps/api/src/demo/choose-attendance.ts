import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { schoolYearOf, weekdayOf } from '@preau/domain/time/day';
import type { AcceptedEnrolment } from '../modules/enrolments/enrolments.public.ts';
import type { OpenSession } from './bookings.store.ts';
import type { Seats } from './seats.ts';
import type { Role, RoleOf } from './show-days.ts';
import type { DemoChild, DemoTown } from './town.ts';

/** A child who comes, and the places there were before. */
export type Attendance = {
  readonly child: DemoChild;
  readonly session: OpenSession;
  readonly free: number;
  readonly capacity: number;
};

export type Choice = {
  readonly town: Pick<DemoTown, 'showcaseUnits' | 'fullUnits'>;
  /** In order of day. */
  readonly sessions: readonly OpenSession[];
  readonly children: readonly DemoChild[];
  /** In the order in which places are given. */
  readonly enrolments: readonly AcceptedEnrolment[];
  readonly roleOf: RoleOf;
  readonly reglement: CompiledReglement;
};

/** Places that habits leave free on days which are not meant to be full. */
const placesLeft = 2;

/**
 * Decides who comes when: habits first, then, on days meant to be full, whoever is enrolled until
 * no place is left. Takes the places in `seats`.
 */
export function chooseAttendance(choice: Choice, seats: Seats): Attendance[] {
  const attendance: Attendance[] = [];
  const enrolled = byActivity(choice);
  const agenda = new Agenda(choice.reglement);
  const admit = (child: DemoChild, session: OpenSession, least: number) => {
    const { free, capacity } = seats.tightest(session);
    if (free <= least || agenda.isBusy(child, session)) return;
    seats.take(session);
    agenda.add(child, session);
    attendance.push({ child, session, free, capacity });
  };
  const welcome = (session: OpenSession) =>
    enrolled.get(keyOf(session.activityId, session.group, schoolYearOf(session.on))) ?? [];

  for (const session of choice.sessions) {
    const role = choice.roleOf(session.facilityId, session.on);
    for (const child of welcome(session)) {
      if (wants(child, session, role, choice.town)) admit(child, session, placesLeft);
    }
  }
  for (const session of choice.sessions) {
    if (choice.roleOf(session.facilityId, session.on) !== 'full') continue;
    if (!choice.town.fullUnits.includes(session.unit)) continue;
    for (const child of welcome(session)) if (!child.showcase) admit(child, session, 0);
  }
  return attendance;
}

function wants(
  child: DemoChild,
  { unit, on }: OpenSession,
  role: Role | undefined,
  town: Choice['town'],
): boolean {
  const usual = child.habits[unit]?.includes(weekdayOf(on)) ?? false;
  if (!child.showcase) return usual;
  switch (role) {
    case 'booked':
      return town.showcaseUnits.includes(unit);
    case 'full':
      return usual && !town.fullUnits.includes(unit);
    case 'free':
    case 'closed':
      return false;
    case undefined:
      return usual;
  }
}

/** Where each child is: nobody is in two places at once. */
class Agenda {
  readonly #reglement: CompiledReglement;
  readonly #units = new Map<string, string[]>();

  constructor(reglement: CompiledReglement) {
    this.#reglement = reglement;
  }

  isBusy(child: DemoChild, session: OpenSession): boolean {
    const units = this.#units.get(keyOf(child.id, session.on)) ?? [];
    return units.some((unit) => this.#overlap(unit, session.unit));
  }

  add(child: DemoChild, session: OpenSession): void {
    const key = keyOf(child.id, session.on);
    this.#units.set(key, [...(this.#units.get(key) ?? []), session.unit]);
  }

  #overlap(one: string, other: string): boolean {
    const first = this.#reglement.unit(one)?.unit;
    const second = this.#reglement.unit(other)?.unit;
    if (!first || !second) return false;
    return first.startsAt < second.endsAt && second.startsAt < first.endsAt;
  }
}

function byActivity({ children, enrolments }: Choice): Map<string, DemoChild[]> {
  const childOf = new Map(children.map((child) => [child.id, child]));
  const enrolled = new Map<string, DemoChild[]>();
  for (const { childId, activityId, ageGroup, schoolYear } of enrolments) {
    const child = childOf.get(childId);
    if (!child) continue;
    const key = keyOf(activityId, ageGroup, schoolYear);
    enrolled.set(key, [...(enrolled.get(key) ?? []), child]);
  }
  return enrolled;
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
