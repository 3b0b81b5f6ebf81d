import { decideRequest, type RequestRefusal } from '@preau/domain/bookings/decide-request';
import { missingDocuments } from '@preau/domain/bookings/missing-documents';
import { holdsPlace } from '@preau/domain/bookings/states';
import type { Reason } from '@preau/domain/explain/reasons';
import { type Instant, toIso } from '@preau/domain/time/instant';
import type { DecisionRow } from '../decisions/decisions.public.ts';
import { readDetail } from './answered-detail.ts';
import type { RequestDayRow, RequestRow } from './requests.queries.ts';
import type { StaffRequest } from './requests.schemas.ts';
import type { RulesOn } from './rules.ts';

/** Now, and until when an answer counts as nearly due. */
type Moments = { readonly now: Instant; readonly soon: Instant };

/** A request as the office sees it: each day with what accepting it would meet now. */
export function requestToWire(
  row: RequestRow,
  rulesOn: RulesOn,
  { now, soon }: Moments,
  decision?: DecisionRow,
): StaffRequest {
  const { id: activityId, code, label } = row.activity;
  return {
    id: [row.key, row.child.id, activityId, row.kind, row.answer_due ?? 0].join('.'),
    kind: row.kind,
    household: row.household,
    child: row.child,
    activity: { code, label },
    facility: row.facility,
    requestedAt: toIso(row.requested_at),
    answerDueAt: row.answer_due === null ? null : toIso(row.answer_due),
    due: dueOf(row, { now, soon }),
    days: row.days.map((day) => dayToWire(day, rulesOn, now)),
    householdStatus: {
      fileComplete: row.file_complete,
      missingDocuments: missingLabels(row, rulesOn),
      enrolment: row.enrolment ?? 'none',
    },
    decision: decision ? decisionToWire(decision) : null,
  };
}

function dueOf({ answer_due: due, days }: RequestRow, { now, soon }: Moments): StaffRequest['due'] {
  const waits = days.some(
    ({ state }) => state === 'requested' || state === 'cancellationRequested',
  );
  if (!waits || due === null) return null;
  if (due <= now) return 'overdue';
  return due <= soon ? 'soon' : 'later';
}

function decisionToWire({ id, by, at, final_at, taken_back, detail }: DecisionRow) {
  const { because } = readDetail(detail);
  return { id, by, at: toIso(at), finalAt: toIso(final_at), takenBack: taken_back, because };
}

function dayToWire(
  day: RequestDayRow,
  rulesOn: RulesOn,
  now: Instant,
): StaffRequest['days'][number] {
  const { state, until, free, capacity, closedLabel } = day;
  const holds = holdsPlace(state, day.requestHolds);
  const decision = decideRequest(
    { kind: 'accept' },
    { state, holdsPlace: holds, freePlaces: free, closed: closedLabel !== null },
    rulesOn(day.on).reglement.unitDay(day.unit, day.on),
    now,
  );
  return {
    bookingId: day.bookingId,
    on: day.on,
    unit: day.unit,
    unitLabel: day.unitLabel,
    state,
    cents: day.cents,
    payBefore: state === 'awaitingPayment' && until !== null ? toIso(until) : null,
    freePlaces: free,
    waiting: day.waiting,
    holdsPlace: holds,
    canAccept: decision.kind === 'answered',
    why: decision.kind === 'refused' ? [...whyNot[decision.code]({ capacity, closedLabel })] : [],
  };
}

const whyNot: Readonly<
  Record<
    RequestRefusal,
    (facts: { readonly capacity: number; readonly closedLabel: string | null }) => readonly Reason[]
  >
> = {
  // Its state says what became of it.
  'not-pending': () => [],
  full: ({ capacity }) => [{ code: 'full', capacity }],
  'session-closed': ({ closedLabel }) => [{ code: 'closed', label: closedLabel || null }],
  'session-over': () => [{ code: 'sessionOver' }],
};

/** Documents without which families do not book one of these days, each named once. */
function missingLabels({ days, documents }: RequestRow, rulesOn: RulesOn): string[] {
  const missing = days.flatMap(({ unit, on }) => {
    const required = rulesOn(on).reglement.unit(unit)?.documents ?? [];
    return missingDocuments(required, documents ?? [], on);
  });
  return [...new Set(missing.map(({ label }) => label))];
}
