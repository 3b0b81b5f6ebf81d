import type { Closure } from '@preau/domain/calendar/calendar';
import { day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { FamilyClaims, StaffClaims } from '../../platform/auth/actor.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction, type Tx } from '../../platform/db/transaction.ts';
import { keyedRequest } from '../../platform/idempotency.ts';
import { newId } from '../../platform/ids.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { openAccount } from '../../testing/test-people.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';
import { openTestTown, sessionOf, type TestTown, writeEnrolled } from './bookings.factory.ts';
import { closeBookings } from './closure-impact.ts';
import { askClosingBookings, askClosingSessions } from './closures.queries.ts';
import type { ModelRules, Step } from './life-model.factory.ts';
import { askQuotients } from './planning.queries.ts';
import { paidByDate, rulesWith } from './regimes.factory.ts';
import { askRules } from './rules.ts';
import { askLineFacts, askLinePlaces } from './period.queries.ts';
import { answerOffer } from './use-cases/answer-offer.ts';
import { answerRequests } from './use-cases/answer-requests.ts';
import { bookForHousehold } from './use-cases/book-for-household.ts';
import { changeCart } from './use-cases/change-cart.ts';
import { closeDays } from './use-cases/close-days.ts';
import { confirmCart } from './use-cases/confirm-cart.ts';
import { givePlace } from './use-cases/give-place.ts';
import { previewForHousehold } from './use-cases/preview-for-household.ts';
import { recordPayment } from './use-cases/record-payment.ts';
import { removeClosure } from './use-cases/remove-closure.ts';
import { sweepWaitingList } from './use-cases/sweep-waiting-list.ts';
import { takeBackAnswers } from './use-cases/take-back-answers.ts';

const on = day('2026-12-01');
const unit = 'repas';
const audit = () => undefined;

type Family = { readonly claims: FamilyClaims; readonly childId: string };

/** A booking of the lunch as it is written. */
export type LivedBooking = {
  readonly id: string;
  readonly childId: string;
  readonly state: string;
  readonly until: number | null;
  readonly isLive: boolean;
};

export type LivedLunch = {
  readonly bookings: readonly LivedBooking[];
  readonly taken: number;
  readonly held: number;
  readonly places: number;
};

const lived = statement<LivedBooking>(
  'factory.lived',
  `select b.id, b.child_id as "childId", b.state, (extract(epoch from b.expires_at) * 1000)::bigint as until,
          is_live(b.state) as "isLive"
   from booking b where b.organisation_id = $1 and b.session_id = $2 order by b.id`,
);

const pool = statement<{ taken: number; held: number; places: number }>(
  'factory.lunch-pool',
  `select p.taken, p.capacity + p.allowance as places,
          (select count(*)::int from booking b
           where b.organisation_id = $1 and b.session_id = $2 and b.holds_place) as held
   from session s
   join seat_pool p on p.organisation_id = $1 and p.facility_id = s.facility_id and p.held_on = s.held_on
     and p.age_group = s.age_group and p.part = 'lunch'
   where s.organisation_id = $1 and s.id = $2`,
);

const forget = ['booking_change', 'booking', 'request_decision', 'cart_line', 'closure', 'event'];

/** The rules of Val-de-Lure, every activity booked in that way. */
export function documentOf({ answer, answersCancelling, payment, list, credit }: ModelRules) {
  const hours = { kind: 'staff', answerWithinHours: 48 } as const;
  return rulesWith(
    {
      regime: {
        ...(payment === 'byDate' ? paidByDate : {}),
        ...(payment === 'hold' ? { payment: { kind: 'hold', minutes: 30 } } : {}),
        ...(answer === 'none'
          ? {}
          : { acceptance: { ...hours, holdsPlace: answer === 'keepsPlace' } }),
        ...(answersCancelling ? { cancellation: hours } : {}),
      },
      waitingList: list === 'none' ? { kind: 'none' } : { kind: list, offerHours: 24 },
    },
    { closureCredit: credit ? 'full' : 'none' },
  );
}

/** One lunch of a town, wanted by a few children, on which the use cases are tried again and again. */
export class LifeTown {
  readonly #testApp: TestApp;
  readonly #town: TestTown;
  readonly #sessionId: string;
  readonly #families: readonly Family[];
  readonly #staff: StaffClaims;
  #lunch: LivedLunch = { bookings: [], taken: 0, held: 0, places: 0 };
  #decisionId: string | null = null;
  #closureId: string | null = null;

  private constructor(
    testApp: TestApp,
    town: TestTown,
    people: { sessionId: string; families: readonly Family[]; staff: StaffClaims },
  ) {
    this.#testApp = testApp;
    this.#town = town;
    this.#sessionId = people.sessionId;
    this.#families = people.families;
    this.#staff = people.staff;
  }

  /** Opens a town of those rules, with so many families of one child. */
  static async open(testApp: TestApp, rules: ModelRules, children: number): Promise<LifeTown> {
    const town = await openTestTown(testApp, { capacity: 5, document: documentOf(rules) });
    const { organisation } = town;
    const session = { organisationId: organisation.id, sessionId: newId() };
    const families: Family[] = [];
    for (let index = 0; index < children; index += 1) {
      const guardian = newGuardian();
      const accountId = await openAccount(testApp, organisation, 'family', guardian.email);
      const household = newHousehold({ guardians: [{ ...guardian, accountId }] });
      await writeEnrolled(testApp, town, [household]);
      const claims = {
        ...session,
        surface: 'family',
        accountId,
        householdId: household.id,
      } as const;
      families.push({ claims, childId: household.children[0]?.id ?? '' });
    }
    const accountId = await openAccount(testApp, organisation, 'staff', 'agent@example.org');
    const staff = { ...session, surface: 'staff', accountId, householdId: null } as const;
    const sessionId = await sessionOf(testApp, town, unit, on);
    return new LifeTown(testApp, town, { sessionId, families, staff });
  }

  /** The children, in the order in which steps name them. */
  get childIds(): readonly string[] {
    return this.#families.map(({ childId }) => childId);
  }

  /** As if nobody had ever booked, with so many places. */
  async begin(now: number, places: number): Promise<void> {
    this.#testApp.clock.set(now as Instant);
    this.#decisionId = null;
    this.#closureId = null;
    const { id } = this.#town.organisation;
    // Nobody but the owner may forget what was written.
    await transaction(this.#testApp.owner, id, async (tx) => {
      for (const table of forget) {
        await tx.orm.execute(`delete from ${table} where organisation_id = '${id}'`);
      }
      await tx.orm.execute(`update session set closed_label = null
        where organisation_id = '${id}' and closed_label is not null`);
      await tx.orm.execute(`update seat_pool set taken = 0, capacity = ${places}, allowance = 0,
        allowance_reason = null, overridden = false
        where organisation_id = '${id}' and held_on = '${on}'`);
    });
    await this.read();
  }

  /** The lunch as it is written now. */
  async read(): Promise<LivedLunch> {
    const { id } = this.#town.organisation;
    const values = [id, this.#sessionId];
    const [bookings, [counted]] = await transaction(this.#testApp.database, id, (tx) =>
      Promise.all([tx.ask(lived, values), tx.ask(pool, values)]),
    );
    if (!counted) throw new Error('A lunch has a room');
    this.#lunch = { bookings, ...counted };
    return this.#lunch;
  }

  /** Does one step. What is refused leaves everything as it was, which the next reading shows. */
  async take(step: Step): Promise<void> {
    const now = this.#testApp.clock.now();
    switch (step.kind) {
      case 'book': {
        const action = step.wait ? 'wait' : 'add';
        return step.by === 'guardian'
          ? this.#validate(step.who, action, now)
          : this.#bookFor(step.who, action, now);
      }
      case 'giveBack':
        return step.by === 'guardian'
          ? this.#validate(step.who, 'remove', now)
          : this.#bookFor(step.who, 'remove', now);
      case 'answerOffer':
        return this.#answerOffer(step.who, step.accept ? 'accept' : 'decline', now);
      case 'answerRequest':
        return this.#answerRequest(step.who, step.accept, now);
      case 'takeBack':
        return this.#takeBack(now);
      case 'pay':
        return this.#pay(step.who, now);
      case 'give':
        return this.#give(step, now);
      case 'close':
        return this.#close(now);
      case 'reopen':
        return this.#reopen(now);
      case 'time':
        this.#testApp.clock.set((now + step.minutes * 60_000) as Instant);
        return sweepWaitingList(this.#testApp, this.#town.organisation.id);
    }
  }

  #within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return transaction(this.#testApp.database, this.#town.organisation.id, work);
  }

  #family(who: number): Family {
    const family = this.#families[who];
    if (!family) throw new Error(`No family ${who}`);
    return family;
  }

  /** The booking of a child that somebody would see and act on: the live one, or the last. */
  #bookingOf(who: number): string | undefined {
    const { childId } = this.#family(who);
    const theirs = this.#lunch.bookings.filter((booking) => booking.childId === childId);
    return (theirs.find(({ isLive }) => isLive) ?? theirs.at(-1))?.id;
  }

  async #validate(who: number, action: 'add' | 'wait' | 'remove', now: Instant): Promise<void> {
    const { claims, childId } = this.#family(who);
    const changes = [{ childId, sessionId: this.#sessionId, action }];
    const { revision } = await this.#within((tx) => changeCart(tx, { claims, changes, now }));
    const request = keyedRequest(claims, newId(), {});
    for (const lapseFirst of [false, true]) {
      const command = { claims, request, revision, now, audit, lapseFirst };
      const { kind } = await this.#within((tx) => confirmCart(tx, command));
      if (kind !== 'offersOver') return;
    }
  }

  async #bookFor(who: number, action: 'add' | 'wait' | 'remove', now: Instant): Promise<void> {
    const { claims, childId } = this.#family(who);
    const { householdId, organisationId } = claims;
    const changes = [{ childId, sessionId: this.#sessionId, action }];
    const { totalCents } = await this.#within(async (tx) => {
      const [rows, places, quotients, reglementOn] = await Promise.all([
        askLineFacts(tx.ask, organisationId, householdId, changes),
        askLinePlaces(tx.ask, organisationId, householdId, changes),
        askQuotients(tx.ask, organisationId, householdId),
        askRules(tx.ask, organisationId),
      ]);
      return previewForHousehold({ rows, places, quotients, reglementOn }, now);
    });
    const staff = this.#staff;
    const request = keyedRequest(staff, newId(), {});
    const rest = { note: null, totalCents, request, now, audit };
    await this.#within((tx) =>
      bookForHousehold(tx, { claims: staff, householdId, changes, ...rest }),
    );
  }

  async #answerOffer(who: number, answer: 'accept' | 'decline', now: Instant): Promise<void> {
    const bookingId = this.#bookingOf(who);
    if (bookingId === undefined) return;
    const { claims } = this.#family(who);
    await this.#within((tx) => answerOffer(tx, { claims, bookingId, answer, now, audit }));
  }

  async #answerRequest(who: number, accept: boolean, now: Instant): Promise<void> {
    const bookingId = this.#bookingOf(who);
    if (bookingId === undefined) return;
    const claims = this.#staff;
    const request = keyedRequest(claims, newId(), {});
    const because = accept ? null : 'Groupe complet';
    const answers = [{ bookingId, accept }];
    const result = await this.#within((tx) =>
      answerRequests(tx, { claims, answers, because, request, now, audit }),
    );
    if (result.kind === 'answered' && result.told.decisionId !== null) {
      this.#decisionId = result.told.decisionId;
    }
  }

  async #takeBack(now: Instant): Promise<void> {
    const decisionId = this.#decisionId;
    if (decisionId === null) return;
    const claims = this.#staff;
    await this.#within((tx) => takeBackAnswers(tx, { claims, decisionId, now, audit }));
  }

  async #pay(who: number, now: Instant): Promise<void> {
    const bookingId = this.#bookingOf(who);
    if (bookingId === undefined) return;
    const claims = this.#staff;
    const request = keyedRequest(claims, newId(), {});
    const paid = { bookingIds: [bookingId], how: 'espèces', request, now, audit };
    await this.#within((tx) => recordPayment(tx, { claims, ...paid }));
  }

  async #give(step: Extract<Step, { kind: 'give' }>, now: Instant): Promise<void> {
    const bookingId = this.#bookingOf(step.who);
    if (bookingId === undefined) return;
    const { gesture, beforeOthers, oneMore } = step;
    const note = beforeOthers ? 'Urgence' : null;
    const extraPlace = oneMore ? 'Une animatrice de plus' : null;
    const claims = this.#staff;
    await this.#within((tx) =>
      givePlace(tx, { claims, bookingId, gesture, note, extraPlace, now, audit }),
    );
  }

  async #close(now: Instant): Promise<void> {
    if (this.#closureId !== null) return;
    const { organisationId } = this.#staff;
    const closure: Closure = {
      from: on,
      until: on,
      label: 'grève',
      facilityId: null,
      activityCode: null,
    };
    const { fingerprint } = await this.#within(async (tx) => {
      const [sessions, bookings, rules] = await Promise.all([
        askClosingSessions(tx.ask, organisationId, closure),
        askClosingBookings(tx.ask, organisationId, closure),
        askRules(tx.ask, organisationId),
      ]);
      return closeBookings(sessions, bookings, closure.label, rules).impact;
    });
    const claims = this.#staff;
    const request = keyedRequest(claims, newId(), {});
    const result = await this.#within((tx) =>
      closeDays(tx, { claims, closure, fingerprint, request, now, audit }),
    );
    if (result.kind === 'closed') this.#closureId = result.applied.id;
  }

  async #reopen(now: Instant): Promise<void> {
    const id = this.#closureId;
    if (id === null) return;
    const { kind } = await this.#within((tx) => removeClosure(tx, { id, now, audit }));
    if (kind === 'removed') this.#closureId = null;
  }
}
