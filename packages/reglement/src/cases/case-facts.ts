import type { BookingFacts } from '@preau/domain/bookings/verdict';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { quotientInForce } from '@preau/domain/rating/quotient-in-force';
import type { ChildProfile } from '@preau/domain/prices/child-profile';
import { type CaseBooking, comes, isLive, type Manner, settled } from './case-booking.ts';
import { type CaseFamily, usualGroup } from './family.ts';
import type { Presences } from './presences.ts';
import type { Target } from './targets.ts';

/** What has happened so far to the family of a case. */
type SoFar = {
  readonly reglement: CompiledReglement;
  readonly family: CaseFamily;
  readonly presences: Presences;
  booking(target: Target): CaseBooking | undefined;
  bookings(): readonly CaseBooking[];
  free(target: Target): number;
};

/** What the engine is told of a child and a session: what the case says, the easy answer otherwise. */
export function factsOf(world: SoFar, target: Target, asked: Manner): BookingFacts {
  const { reglement, family } = world;
  const { child, unit, on } = target;
  const { facts } = family;
  const { documents } = reglement.document;
  const given = documents.map(({ code }) => ({ code, state: 'accepted', until: null }) as const);
  const { closed = null, otherUnits = [], alsoComes = [] } = facts;
  const { bornOn = null, group = usualGroup, activities } = family.child(child);
  const activity = reglement.unit(unit)?.activity;
  const registered = activities === undefined || activities.includes(activity?.code ?? '');
  const held = world.bookings().filter((one) => one.child === child && comes(one));
  const here = held.filter((one) => reglement.unit(one.unit)?.activity === activity);
  const booking = standingOf(world, target);
  const billed = booking?.state === 'cancelledLate' ? booking : null;
  return {
    enrolment: facts.enrolment ?? (registered ? 'accepted' : 'none'),
    ageGroup: group,
    bornOn,
    documents: facts.documents ?? given,
    session: sessionOf(closed),
    booking: booking !== undefined && billed === null ? settled(booking) : null,
    cancelledLate: billed && { stage: billed.stage, cancelStage: billed.cancelled?.stage },
    otherUnits: [
      ...otherUnits,
      ...held.filter((one) => one.on === on && one.unit !== unit).map((one) => one.unit),
    ],
    // A day as often as it has other sessions of the activity.
    activityDays: [
      ...alsoComes,
      ...here.filter((one) => one.unit !== unit || one.on !== on).map((one) => one.on),
    ],
    freePlaces: world.free(target),
    capacity: facts.capacity ?? 20,
    waiting: (facts.waiting ?? 0) + waitingFor(world, target),
    quotient: quotientInForce(family.quotients, reglement.document.quotient, on),
    stayFrom: booking?.stayFrom,
    arrears: family.household.arrears ?? null,
    profile: profileOf(world, target, booking ?? asked),
  };
}

/** What the child has of a session; one that was given back, and owes nothing, is past. */
function standingOf(world: SoFar, target: Target): CaseBooking | undefined {
  const booking = world.booking(target);
  return booking && (isLive(booking) || booking.state === 'cancelledLate') ? booking : undefined;
}

/** Children of the case that wait for the session already, the one who asks left out. */
function waitingFor(world: SoFar, { child, unit, on }: Target): number {
  return world
    .bookings()
    .filter(
      (one) =>
        one.unit === unit && one.on === on && one.child !== child && one.state === 'waitlisted',
    ).length;
}

function sessionOf(closed: string | true | null): BookingFacts['session'] {
  if (closed === null) return { kind: 'open' };
  return { kind: 'closed', label: closed === true ? null : closed };
}

function profileOf(world: SoFar, target: Target, { mode, extras }: Manner): ChildProfile {
  const { family, reglement, presences } = world;
  const { child, on } = target;
  const activity = reglement.unit(target.unit)?.activity;
  const comesThere = (one: string) => {
    const there = (other: Target) =>
      other.child === one && other.on === on && reglement.unit(other.unit)?.activity === activity;
    const booked = one === child || world.bookings().some((other) => comes(other) && there(other));
    const present = presences.all().some((seen) => seen.attendance === 'present' && there(seen));
    return { booked, present: present || booked };
  };
  const { residence = null, scheme = null, dependentChildren } = family.household;
  const { bornOn = null, group = usualGroup } = family.child(child);
  return {
    residence,
    scheme,
    flags: family.flagsOf(child),
    group,
    bornOn,
    mode,
    extras,
    monthlyResources: family.household.monthlyResources ?? null,
    siblings: family.siblingsOf(child, comesThere),
    dependentChildren: dependentChildren ?? null,
  };
}
