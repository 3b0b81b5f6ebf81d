import type { RequiredDocument } from '../reglement/document.ts';
import { type Day, day, lastOfMonth } from '../time/day.ts';

/** What became of a document a family is expected to send. */
export type ExpectedState = 'expected' | 'sent' | 'accepted' | 'refused' | 'expired';

/** A child and what it is enrolled in, or asks for. */
export type ChildActivities = {
  readonly childId: string;
  /** Codes of the activities. */
  readonly activities: readonly string[];
};

/** A document as the household sent it. */
export type GivenDocument = {
  readonly id: string;
  readonly code: string;
  /** The child it is about; `null` = the household. */
  readonly childId: string | null;
  readonly state: 'sent' | 'accepted' | 'refused';
  /** Why it is refused. */
  readonly reason: string | null;
  /** Last day it is good for; `null` = for good. */
  readonly until: Day | null;
};

export type ExpectedDocument = {
  readonly document: RequiredDocument;
  /** The child it is about; `null` = the household. */
  readonly childId: string | null;
  readonly state: ExpectedState;
  /** Why it was refused. */
  readonly reason: string | null;
  /** Last day the one accepted is good for, or was. */
  readonly expiresOn: Day | null;
  /** Codes of the activities that ask for it, among those of the children. */
  readonly activities: readonly string[];
};

/**
 * What a household is expected to send: each document an activity of one of its children asks for,
 * once for the household or once for each child, with what became of it. In the règlement's order,
 * the household's before the children's.
 *
 * @param required of every version in force; the first of a code counts
 * @param given by this household, the latest first, withdrawn ones left out
 */
export function expectedDocuments(
  required: readonly RequiredDocument[],
  children: readonly ChildActivities[],
  given: readonly GivenDocument[],
  today: Day,
): readonly ExpectedDocument[] {
  const once = [...new Map(required.toReversed().map((one) => [one.code, one])).values()];
  const ordered = once.toReversed();
  const all = [...new Set(children.flatMap(({ activities }) => activities))];
  const about = (document: RequiredDocument, childId: string | null, codes: readonly string[]) => {
    const asking = codes.filter((code) => document.activities?.includes(code) ?? true);
    if (asking.length === 0) return [];
    const own = given.filter(
      (one) => one.code === document.code && (childId === null || one.childId === childId),
    );
    return [{ document, childId, activities: asking, ...standingOf(own, today) }];
  };
  return [
    ...ordered
      .filter((document) => document.about === 'household')
      .flatMap((document) => about(document, null, all)),
    ...children.flatMap(({ childId, activities }) =>
      ordered
        .filter((document) => document.about === 'child')
        .flatMap((document) => about(document, childId, activities)),
    ),
  ];
}

/**
 * The last day a document accepted on a day is good for: the same date so many months later, or the
 * last of a shorter month. `null` = for good.
 */
export function goodUntil(acceptedOn: Day, validMonths: number | null): Day | null {
  if (validMonths === null) return null;
  const months =
    Number(acceptedOn.slice(0, 4)) * 12 + Number(acceptedOn.slice(5, 7)) - 1 + validMonths;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  const month = String((months % 12) + 1).padStart(2, '0');
  const last = lastOfMonth(day(`${year}-${month}-01`));
  const same = `${year}-${month}-${acceptedOn.slice(8)}`;
  return same < last ? day(same) : last;
}

/** One that is good counts, whatever came after; else one that waits; else what the last became. */
function standingOf(
  given: readonly GivenDocument[],
  today: Day,
): Pick<ExpectedDocument, 'state' | 'reason' | 'expiresOn'> {
  const good = given.find(
    ({ state, until }) => state === 'accepted' && (until === null || today <= until),
  );
  if (good) return { state: 'accepted', reason: null, expiresOn: good.until };
  if (given.some(({ state }) => state === 'sent')) {
    return { state: 'sent', reason: null, expiresOn: null };
  }
  const [last] = given;
  if (!last) return { state: 'expected', reason: null, expiresOn: null };
  return last.state === 'refused'
    ? { state: 'refused', reason: last.reason, expiresOn: null }
    : { state: 'expired', reason: null, expiresOn: last.until };
}
