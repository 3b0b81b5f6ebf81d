import { type Instant, toIso } from '@preau/domain/time/instant';
import type { z } from 'zod';
import { askTogether } from '../../../platform/db/together.ts';
import type { Ask } from '../../../platform/db/transaction.ts';
import { askCartLines, askCartPlaces } from '../cart.queries.ts';
import type { Period, PeriodCell } from '../period-cells.ts';
import { decidePeriod, type PeriodFacts, type PeriodLine } from '../period-decision.ts';
import { askLineFacts, askLinePlaces, type AskedLine } from '../period.queries.ts';
import type { periodPreviewSchema } from '../period.schemas.ts';
import { askQuotients } from '../planning.queries.ts';
import type { RulesOn } from '../rules.ts';

export type PeriodPreview = z.infer<typeof periodPreviewSchema>;

type AskPeriod = {
  readonly organisationId: string;
  readonly householdId: string;
  readonly period: Pick<Period, 'action' | 'waitWhenFull'>;
  readonly cells: readonly PeriodCell[];
};

/** Every fact a period's decision needs, asked as one statement in the caller's message. */
export function askPeriodFacts(
  ask: Ask,
  { organisationId, householdId, period, cells }: AskPeriod,
) {
  const asked = linesOf(period, cells);
  return askTogether(ask, (gather) => [
    askLineFacts(gather, organisationId, householdId, asked),
    askLinePlaces(gather, organisationId, householdId, asked),
    askCartLines(gather, organisationId, householdId),
    askCartPlaces(gather, organisationId, householdId),
    askQuotients(gather, organisationId, householdId),
  ]);
}

type Answers = readonly [
  asked: PeriodFacts['asked'],
  places: PeriodFacts['places'],
  drafted: PeriodFacts['drafted'],
  draftPlaces: PeriodFacts['places'],
  quotients: PeriodFacts['quotients'],
];

/** Those facts as the decision takes them. */
export function periodFacts(
  [asked, places, drafted, draftPlaces, quotients]: Answers,
  cells: readonly PeriodCell[],
  reglementOn: RulesOn,
): PeriodFacts {
  return { asked, drafted, places: [...draftPlaces, ...places], quotients, cells, reglementOn };
}

/** What would and would not be booked over a period and why, before anything is written. */
export function previewPeriod(
  facts: PeriodFacts,
  stops: { readonly on: string; readonly reasons: readonly { readonly code: string }[] } | null,
  now: Instant,
): PeriodPreview {
  const { lines } = decidePeriod(facts, now);
  return {
    now: toIso(now),
    lines: [...lines],
    totalCents: lines.reduce((sum, { cents }) => sum + cents, 0),
    counts: countsOf(lines),
    stops: stops && { on: stops.on, reasons: [...stops.reasons] },
  };
}

function countsOf(lines: readonly PeriodLine[]): PeriodPreview['counts'] {
  const counts = { done: 0, waiting: 0, full: 0, late: 0, already: 0, excluded: 0 };
  for (const { result } of lines) counts[result] += 1;
  return counts;
}

function linesOf(
  { action, waitWhenFull }: AskPeriod['period'],
  cells: readonly PeriodCell[],
): AskedLine[] {
  const gesture = action === 'add' && waitWhenFull ? 'wait' : action;
  return cells.flatMap(({ childId, sessionId }) =>
    sessionId === null ? [] : [{ childId, sessionId, action: gesture }],
  );
}
