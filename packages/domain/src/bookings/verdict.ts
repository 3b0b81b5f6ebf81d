import type { EnrolmentFact } from '../enrolments/enrolment-fact.ts';
import type { Reason } from '../explain/reasons.ts';
import type { Cents } from '../money/cents.ts';
import type { ChildProfile } from '../prices/child-profile.ts';
import type { Channel } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import type { BookingState } from './states.ts';

export const outcomes = [
  'accepted',
  'pending',
  'acceptedLate',
  'awaitingPayment',
  'staffOnly',
  'refused',
  'waitlisted',
  'notOpenYet',
  'undetermined',
] as const;

export type Outcome = (typeof outcomes)[number];

/**
 * What is asked: to book or to cancel one unit on one day, through one channel. `wait` books where a
 * place is free, and joins the waiting list where none is.
 */
export type BookingRequest = {
  readonly action: 'book' | 'wait' | 'cancel';
  readonly channel: Channel;
  readonly unit: string;
  readonly on: Day;
  /** Whether it comes with its payment, where the règlement asks for that; taken as so unless `false`. */
  readonly paid?: boolean | undefined;
};

/** What is known when it is asked. Everything the decision needs is here; nothing is looked up. */
export type BookingFacts = {
  readonly enrolment: EnrolmentFact;
  /** Age group of the session; an opening may have a turn for each. */
  readonly ageGroup: string;
  /** `null` = not known: no age is then refused. */
  readonly bornOn: Day | null;
  /** Documents the household has given, for itself or for the child. */
  readonly documents: readonly DocumentFact[];
  /** Why the session cannot take place, or `open`. */
  readonly session: SessionFact;
  /** Live booking of this child for this session. */
  readonly booking: TakenBooking | null;
  /**
   * The household's own booking of that session, cancelled and billed all the same: it is taken up
   * again rather than booked beside. `cancelStage`: of the cancelling stages, the first late one
   * where it is not known.
   */
  readonly cancelledLate?:
    | (Pick<TakenBooking, 'stage'> & { readonly cancelStage?: number | undefined })
    | null;
  /** Unit codes the same child holds or drafts that day, this one left out. */
  readonly otherUnits: readonly string[];
  /**
   * Other days on which the same child holds or drafts this activity, in the spans around that the
   * règlement counts in (week, month, period).
   */
  readonly activityDays: readonly Day[];
  /** Smallest number of free places over the pools of the unit. */
  readonly freePlaces: number;
  readonly capacity: number;
  /** People who already wait for this session: a freed place is theirs first. */
  readonly waiting: number;
  /** Family quotient of the household on the day of the session; `null` = no document. */
  readonly quotient: number | null;
  /** What else is known of the child and its household; the usual answers where it is left out. */
  readonly profile?: ChildProfile | undefined;
  /** First day of the stay it belongs to, which some limits count from; the day alone unless said. */
  readonly stayFrom?: Day | undefined;
  /** What is still owed of an invoice, and its month `YYYY-MM`; `null` = nothing. */
  readonly arrears?: { readonly cents: Cents; readonly month: string } | null | undefined;
};

/** A live booking, and the stage of booking it was taken at: 0 = in time. */
export type TakenBooking = { readonly state: BookingState; readonly stage: number };

/** A document sent or accepted; refused and withdrawn ones are not there. */
export type DocumentFact = {
  readonly code: string;
  readonly state: 'sent' | 'accepted';
  /** Last day it is good for; `null` = for good. */
  readonly until: Day | null;
};

export type SessionFact =
  | { readonly kind: 'open' }
  | { readonly kind: 'closed'; readonly label: string | null };

/** The cell constraint the screens show beside the state of a booking. */
export const constraints = [
  'free',
  'late',
  'staffOnly',
  'full',
  'deadlinePassed',
  'notOpenYet',
  'closed',
  'holiday',
  'documentsMissing',
  'notEnrolled',
  'ageOut',
  'neverOnline',
] as const;

export type Constraint = (typeof constraints)[number];

export type Verdict = {
  readonly outcome: Outcome;
  readonly constraint: Constraint;
  /** First instant that is too late for this channel's normal stage; `null` where there is none. */
  readonly limitAt: Instant | null;
  /** After the normal stage: another price, or another way. */
  readonly late: boolean;
  /** The stage that decided, by its place in the règlement's list; 0 = the normal one, or none. */
  readonly stage: number;
  /**
   * Until when it stands as it is: a request has to be answered by then, a payment made, a place
   * waited for. `null` where nothing is awaited.
   */
  readonly dueAt: Instant | null;
  readonly reasons: readonly Reason[];
  /** What the household will owe more (or less, negative) if it is done. */
  readonly cents: Cents;
  readonly priceReasons: readonly Reason[];
};

/** Outcomes that change something when they are confirmed. */
export type DoneOutcome =
  | 'accepted'
  | 'acceptedLate'
  | 'pending'
  | 'awaitingPayment'
  | 'waitlisted';

const begins: Readonly<Record<DoneOutcome, BookingState>> = {
  accepted: 'confirmed',
  acceptedLate: 'confirmed',
  pending: 'requested',
  awaitingPayment: 'awaitingPayment',
  waitlisted: 'waitlisted',
};

/** Whether a verdict lets what was asked be done, at once or once somebody has answered or paid. */
export function isDoneOutcome(outcome: Outcome): outcome is DoneOutcome {
  return Object.hasOwn(begins, outcome);
}

/** The state in which a booking that a verdict allows begins. */
export function firstStateOf(outcome: DoneOutcome): BookingState {
  return begins[outcome];
}
