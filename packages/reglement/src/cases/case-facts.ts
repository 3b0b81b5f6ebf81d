import type { BookingFacts } from '@preau/domain/bookings/verdict';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { quotientInForce } from '@preau/domain/rating/quotient-in-force';
import type { ChildProfile } from '@preau/domain/prices/child-profile';
import { type CaseBooking, isLive, type Manner, settled } from './case-booking.ts';
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
  const live = world.bookings().filter((one) => one.child === child && isLive(one));
  const here = live.filter((one) => reglement.unit(one.unit)?.activity === activity);
  const booking = world.booking(target);
  const cancelledLate = booking?.state === 'cancelledLate';
  return {
    enrolment: facts.enrolment ?? (registered ? 'accepted' : 'none'),
    ageGroup: group,
    bornOn,
    documents: facts.documents ?? given,
    session: sessionOf(closed),
    booking: booking !== undefined && isLive(booking) ? settled(booking) : null,
    cancelledLate: cancelledLate ? booking : null,
    otherUnits: [
      ...otherUnits,
      ...live.filter((one) => one.on === on && one.unit !== unit).map((one) => one.unit),
    ],
    // A day as often as it has other sessions of the activity.
    activityDays: [
      ...alsoComes,
      ...here.filter((one) => one.unit !== unit || one.on !== on).map((one) => one.on),
    ],
    freePlaces: world.free(target),
    capacity: facts.capacity ?? 20,
    waiting: facts.waiting ?? 0,
    quotient: quotientInForce(family.quotients, reglement.document.quotient, on),
    stayFrom: booking?.stayFrom,
    arrears: family.household.arrears ?? null,
    profile: profileOf(world, target, booking ?? asked),
  };
}

function sessionOf(closed: string | true | null): BookingFacts['session'] {
  if (closed === null) return { kind: 'open' };
  return { kind: 'closed', label: closed === true ? null : closed };
}

function profileOf(world: SoFar, target: Target, { mode, extras }: Manner): ChildProfile {
  const { family, reglement, presences } = world;
  const { child, on } = target;
  const activity = reglement.unit(target.unit)?.activity;
  const comes = (one: string) => {
    const there = (other: Target) =>
      other.child === one && other.on === on && reglement.unit(other.unit)?.activity === activity;
    const booked = one === child || world.bookings().some((other) => isLive(other) && there(other));
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
    siblings: family.siblingsOf(child, comes),
    dependentChildren: dependentChildren ?? null,
  };
}
