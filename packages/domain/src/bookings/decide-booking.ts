import type { Reason } from '../explain/reasons.ts';
import { nothing } from '../prices/charge.ts';
import type { CompiledReglement, UnitDay } from '../reglement/compile.ts';
import { windowsForMode } from '../reglement/stage-windows.ts';
import type { Instant } from '../time/instant.ts';
import { decideAdding } from './decide-adding.ts';
import { decideCancelling } from './decide-cancelling.ts';
import type { BookingFacts, BookingRequest, Verdict } from './verdict.ts';
import { type Asked, refuse, verdict } from './verdict-of.ts';
import { findAdmissionRefusal } from './who-may-come.ts';

export { paymentDueAt } from './awaited-steps.ts';

const sessionOver: readonly Reason[] = Object.freeze([{ code: 'sessionOver' }]);
const closedUnlabelled: readonly Reason[] = Object.freeze([{ code: 'closed', label: null }]);

/**
 * Whether a unit can be booked or cancelled on a day, and what it changes in what the household
 * owes. The one function for the grid, the cart, the confirmation, the staff and the preview.
 *
 * The first obstacle met is the one told, in this order: what the household cannot change comes
 * before what it can, so that nobody is sent to lift an obstacle that hides another.
 * 1. the child is not enrolled, not of the age, or not admitted (to book only: a booked day can always be given back)
 * 2. the session does not take place: closure, holiday, calendar not published
 * 3. the session is over
 * 4. nothing has to be booked, there is a live booking already, or an unpaid invoice excludes (to
 *    book); there is no booking that can be cancelled (to cancel)
 * 5. no stage of the règlement serves this channel any more: staff only, or nobody; or the one that
 *    does refuses
 * 6. online bookings of that day are not open yet, or no longer (to book). Where the source
 *    leaves the end of the stage or its consequence unsaid, undetermined, unless 7 to 10 refuse for sure
 * 7. no place is left, or others wait for it (to book); `wait` then joins the list, where the
 *    règlement opens one to this channel and the request is not late. A stage may send whoever comes
 *    so late to the list
 * 8. a document is missing, then the child comes enough days already (to book; the staff by itself passes over it)
 * 9. another unit of that day is incompatible (to book); last, since the household can give it
 *    back. It keeps nobody from waiting: who waits for a day may hold half of it meanwhile
 * 10. it comes without its payment, where the règlement asks for it with the request
 *
 * What is possible is then `accepted`, `pending` where the staff answers first (until the session
 * begins: then one asks the staff itself), or `awaitingPayment` where it is paid first. What nobody has accepted or paid is given back freely, at any time.
 *
 * With the same facts, a request refused once is never accepted later, but for what was not open
 * yet. A `staffOnly` verdict carries what the staff would charge; a refused one costs nothing.
 *
 * @param reglement the version in force on the day of the session
 * @throws RangeError when the règlement has no such unit, or no price for it on that day
 */
export function decideBooking(
  request: BookingRequest,
  facts: BookingFacts,
  reglement: CompiledReglement,
  now: Instant,
): Verdict {
  const day = dayForMode(
    reglement.unitDay(request.unit, request.on, facts.stayFrom),
    facts,
    reglement,
  );
  const cancelling = request.action === 'cancel';
  const { channel } = request;
  const asked: Asked = { windows: cancelling ? day.cancel : day.book, channel };
  const unfit = cancelling ? null : findAdmissionRefusal(facts, day, reglement);
  if (unfit !== null) return refuse(unfit.constraint, asked, unfit.reasons);
  if (facts.session.kind === 'closed') {
    return refuseClosed(request, facts.session.label, day, reglement);
  }
  if (now >= day.endsAt) return refuse('deadlinePassed', asked, sessionOver);
  return cancelling
    ? decideCancelling(channel, facts, day, now)
    : decideAdding(request, facts, day, reglement, now);
}

/** The day as the booking mode of the family has it: a mode may have limits of its own. */
function dayForMode(
  day: UnitDay,
  { profile }: BookingFacts,
  reglement: CompiledReglement,
): UnitDay {
  const mode = profile?.mode ?? reglement.document.profile?.modes?.[0]?.code ?? null;
  const book = windowsForMode(day.book, 'book', mode);
  const cancel = windowsForMode(day.cancel, 'cancel', mode);
  return book === day.book && cancel === day.cancel ? day : { ...day, book, cancel };
}

/** A closure without a label is told by the calendar where the calendar is the cause. */
function refuseClosed(
  { action, channel, on }: BookingRequest,
  label: string | null,
  day: UnitDay,
  reglement: CompiledReglement,
): Verdict {
  const asked: Asked = { windows: action === 'cancel' ? day.cancel : day.book, channel };
  if (label !== null) return refuse('closed', asked, [{ code: 'closed', label }]);
  const kind = reglement.calendar.dayKind(on);
  switch (kind.kind) {
    case 'publicHoliday':
      return refuse('holiday', asked, [{ code: 'publicHoliday', name: kind.name, on }]);
    case 'schoolHoliday':
      // Holiday care runs then: that it does not is no fault of the holidays.
      return day.activity.kind === 'holiday'
        ? refuse('closed', asked, closedUnlabelled)
        : refuse('holiday', asked, [{ code: 'schoolHoliday', name: kind.name }]);
    case 'unknown': {
      const reasons: readonly Reason[] = [{ code: 'calendarUnknown', after: kind.after }];
      return verdict('undetermined', 'closed', asked, reasons, nothing);
    }
    case 'school':
    case 'offDay':
    case 'weekend':
      return refuse('closed', asked, closedUnlabelled);
  }
}
