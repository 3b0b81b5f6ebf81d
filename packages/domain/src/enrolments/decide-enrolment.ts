import { missingDocuments } from '../bookings/missing-documents.ts';
import type { DocumentFact } from '../bookings/verdict.ts';
import type { EnrolmentFact } from './enrolment-fact.ts';
import { workingHoursAfter } from '../calendar/working-hours.ts';
import type { Reason } from '../explain/reasons.ts';
import { ageOut, comesOfAge } from '../reglement/ages.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { ActivityRules, RequiredDocument } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import { type Instant, localDayOf } from '../time/instant.ts';
import { daysOfSchoolYear, requestsOpenAt } from './school-year.ts';
import { findEnrolmentTransition } from './states.ts';

/** A parent asks that a child be enrolled in an activity, for one school year. */
export type EnrolmentRequest = {
  /** Code of the activity in the règlement. */
  readonly activity: string;
  /** `2026-2027`. */
  readonly schoolYear: string;
};

export type EnrolmentFacts = {
  /** What became of it so far. */
  readonly enrolment: EnrolmentFact;
  /** Whether what is under way was asked for by this household: the other one's is theirs to change. */
  readonly own: boolean;
  /** `null` = not known: no age is then refused. */
  readonly bornOn: Day | null;
  /** Documents the household has given, for itself or for the child. */
  readonly documents: readonly DocumentFact[];
};

export type EnrolmentOutcome = 'pending' | 'refused' | 'notOpenYet' | 'neverOnline';

export type EnrolmentVerdict = {
  readonly outcome: EnrolmentOutcome;
  /** When the service answers by; `null` where nothing is awaited, or no delay is promised. */
  readonly dueAt: Instant | null;
  readonly reasons: readonly Reason[];
  /** Documents that block the enrolment and are not there. */
  readonly missing: readonly RequiredDocument[];
};

/**
 * Whether a parent may ask for an enrolment. The first obstacle met is the one told, what the
 * household cannot change before what it can: it is under way or done already; the school year is
 * over; the child is of the age on none of its days to come; parents do not ask for this one
 * themselves; requests for that year are not open yet; a document is missing. What is possible
 * then waits for the staff's answer: an enrolment is never accepted by itself.
 *
 * @param reglement the version in force during that school year
 * @throws RangeError when the règlement has no such activity
 */
export function decideEnrolment(
  request: EnrolmentRequest,
  facts: EnrolmentFacts,
  reglement: CompiledReglement,
  now: Instant,
): EnrolmentVerdict {
  const { calendar } = reglement;
  const activity = activityOf(reglement, request.activity);
  const required = enrolmentDocuments(reglement, activity.code);
  const today = localDayOf(now, calendar.timeZone);
  const missing = missingDocuments(required, facts.documents, today);
  const refuse = (outcome: EnrolmentOutcome, reason: Reason): EnrolmentVerdict => ({
    outcome,
    dueAt: null,
    reasons: [reason],
    missing,
  });
  const { enrolment } = facts;
  if (enrolment !== 'none' && !mayAsk(facts)) {
    return refuse('refused', { code: 'enrolmentKnown', enrolment });
  }
  const year = daysOfSchoolYear(request.schoolYear);
  if (today > year.until) {
    return refuse('refused', { code: 'schoolYearOver', schoolYear: request.schoolYear });
  }
  const from = today > year.from ? today : year.from;
  const { ages, enrolment: rules } = activity;
  const { bornOn } = facts;
  if (ages !== null && bornOn !== null && !comesOfAge(ages, bornOn, from, year.until)) {
    return refuse('refused', ageOut(ages, year.until));
  }
  if (rules.kind === 'byStaff') return refuse('neverOnline', { code: 'enrolmentByStaff' });
  const opens = requestsOpenAt(request.schoolYear, rules.nextYearFrom, calendar);
  if (now < opens) {
    const { schoolYear } = request;
    return refuse('notOpenYet', { code: 'enrolmentOpensAt', at: opens, schoolYear });
  }
  if (missing.length > 0) {
    const documents = missing.map(({ label }) => label);
    return refuse('refused', { code: 'documentsMissing', documents });
  }
  const dueAt = answerDueAt(activity, reglement, now);
  return {
    outcome: 'pending',
    dueAt,
    reasons: dueAt === null ? [] : [{ code: 'toBeAnswered', until: dueAt }],
    missing,
  };
}

/** Until when the staff answers a request made at a moment; `null` where no delay is promised. */
export function answerDueAt(
  { enrolment }: ActivityRules,
  { calendar }: CompiledReglement,
  askedAt: Instant,
): Instant | null {
  const hours = enrolment.kind === 'online' ? enrolment.answerWithinHours : null;
  return hours === null ? null : workingHoursAfter(askedAt, hours, calendar);
}

/** Documents without which nobody is enrolled in an activity. */
export function enrolmentDocuments(
  { document }: CompiledReglement,
  activity: string,
): readonly RequiredDocument[] {
  return document.documents.filter(
    ({ blocks, activities }) =>
      blocks.includes('enrolment') && (activities === null || activities.includes(activity)),
  );
}

/**
 * The activity of that code.
 * @throws RangeError when the règlement has none
 */
export function activityOf({ document }: CompiledReglement, code: string): ActivityRules {
  const found = document.activities.find((activity) => activity.code === code);
  if (!found) throw new RangeError(`Unknown activity "${code}"`);
  return found;
}

function mayAsk({ enrolment, own }: EnrolmentFacts): boolean {
  if (findEnrolmentTransition(enrolment, 'ask', 'guardian')) return true;
  return own && findEnrolmentTransition(enrolment, 'complete', 'guardian') !== undefined;
}
