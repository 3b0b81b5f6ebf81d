import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { schoolYearOf, weekdayOf } from '@preau/domain/time/day';
import type { AcceptedEnrolment } from '../modules/enrolments/enrolments.public.ts';
import type { OpenSession } from './demo-bookings.ts';
import type { Seats } from './seats.ts';
import type { Role } from './plan-show-days.ts';
import type { RoleOf } from './show-days.ts';
import type { DemoChild, DemoTown } from './town.ts';

/** What becomes of who comes, or would have: the staff added it late, the parents gave it back… */
export type Fate = 'usual' | 'lateByStaff' | 'offered' | 'cancelled' | 'cancelledLate' | 'missed';

/** A child who comes, and the places there were before. */
export type Attendance = {
  readonly child: DemoChild;
  readonly session: OpenSession;
  readonly free: number;
  readonly capacity: number;
  readonly fate: Fate;
};

/** A child in the list of a full session, after so many others. */
export type Waiting = {
  readonly child: DemoChild;
  readonly session: OpenSession;
  readonly capacity: number;
  readonly before: number;
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

/** Days of which no place is left. */
const fullRoles: readonly (Role | undefined)[] = ['full', 'waited', 'waitedBehind', 'offered'];

/**
 * Decides who comes when: habits first, then, on days meant to be full, whoever is enrolled until
 * no place is left, then who waits for one. Takes the places in `seats`.
 */
export function chooseAttendance(
  choice: Choice,
  seats: Seats,
): { readonly attendance: readonly Attendance[]; readonly waiting: readonly Waiting[] } {
  const attendance: Attendance[] = [];
  const enrolled = byActivity(choice);
  const agenda = new Agenda(choice.reglement);
  const admit = (child: DemoChild, session: OpenSession, least: number, fate: Fate = 'usual') => {
    const { free, capacity } = seats.tightest(session);
    if (free <= least || agenda.isBusy(child, session)) return;
    seats.take(session);
    agenda.add(child, session);
    attendance.push({ child, session, free, capacity, fate });
  };
  const welcome = (session: OpenSession) =>
    enrolled.get(keyOf(session.activityId, session.group, schoolYearOf(session.on))) ?? [];

  const waiting: Waiting[] = [];
  for (const session of choice.sessions) {
    const role = choice.roleOf(session.facilityId, session.group, session.on);
    const isLead = leads(session, choice.town);
    for (const child of welcome(session)) {
      const fate = child.showcase && isLead && role ? fateOf[role] : undefined;
      if (fate === 'cancelled' || fate === 'cancelledLate') {
        const { free, capacity } = seats.tightest(session);
        if (free > 0) attendance.push({ child, session, free, capacity, fate });
      } else if (child.showcase && isLead && (role === 'waited' || role === 'waitedBehind')) {
        // Nothing else is booked in that part of the day.
        agenda.add(child, session);
      } else if (wants(child, session, role, choice.town)) {
        admit(child, session, placesLeft, fate);
      }
    }
  }
  for (const session of choice.sessions) {
    const role = choice.roleOf(session.facilityId, session.group, session.on);
    if (!fullRoles.includes(role) || !choice.town.fullUnits.includes(session.unit)) continue;
    for (const child of welcome(session)) if (!child.showcase) admit(child, session, 0);
  }
  for (const session of choice.sessions) {
    const role = choice.roleOf(session.facilityId, session.group, session.on);
    if (!leads(session, choice.town) || (role !== 'waited' && role !== 'waitedBehind')) continue;
    const { free, capacity } = seats.tightest(session);
    if (free > 0) continue;
    const others = welcome(session).filter(
      (child) => !child.showcase && !agenda.isBusy(child, session),
    );
    const line = [
      ...(role === 'waitedBehind' ? others.slice(0, 1) : []),
      ...welcome(session).filter(({ showcase }) => showcase),
    ];
    for (const [before, child] of line.entries())
      waiting.push({ child, session, capacity, before });
  }
  return { attendance, waiting };
}

/** What becomes of the one unit of the day that shows the role. */
const fateOf: Readonly<Record<Role, Fate>> = {
  booked: 'usual',
  full: 'usual',
  free: 'usual',
  waited: 'usual',
  waitedBehind: 'usual',
  offered: 'offered',
  cancelled: 'cancelled',
  lateByStaff: 'lateByStaff',
  cancelledLate: 'cancelledLate',
  lateBooked: 'usual',
  lateFree: 'usual',
  attendedLate: 'lateByStaff',
  missed: 'missed',
  missedCancellation: 'cancelledLate',
};

/** Whether the unit is the one that shows the role of its day. */
function leads({ unit }: OpenSession, { showcaseUnits, fullUnits }: Choice['town']): boolean {
  return showcaseUnits.includes(unit) && fullUnits.includes(unit);
}

function wants(
  child: DemoChild,
  session: OpenSession,
  role: Role | undefined,
  town: Choice['town'],
): boolean {
  const { unit, on } = session;
  const usual = child.habits[unit]?.includes(weekdayOf(on)) ?? false;
  if (!child.showcase) return usual;
  switch (role) {
    case 'booked':
    case 'lateBooked':
    case 'missed':
      return town.showcaseUnits.includes(unit);
    case 'offered':
    case 'lateByStaff':
    case 'attendedLate':
      return leads(session, town) || (usual && !town.fullUnits.includes(unit));
    case 'full':
    case 'waited':
    case 'waitedBehind':
    case 'cancelled':
    case 'cancelledLate':
    case 'missedCancellation':
      return usual && !town.fullUnits.includes(unit);
    case 'free':
    case 'lateFree':
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
