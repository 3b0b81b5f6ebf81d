import { day } from '@preau/domain/time/day';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, test } from 'vitest';
import type { PlanningRow } from './bookings.queries.ts';
import { planningOf, rowOf } from './planning.factory.ts';
import { QueueNotice } from './queue-notice.tsx';

afterEach(cleanup);

const week = { from: day('2026-12-07'), until: day('2026-12-13') } as const;
const soir = rowOf({ unit: 'soir', ...week });

type Entry = PlanningRow['queue'][number];
const entry = (index: number, more: Partial<Entry>): Entry => ({
  index,
  bookingId: `b-${index}`,
  rank: null,
  until: '2026-12-14T07:30:00.000Z',
  answerDueAt: null,
  ...more,
});

function show(state: PlanningRow['state'], queue: Entry[], childId: string | null = null) {
  const planning = planningOf(week.from, week.until, [{ ...soir, state, queue }]);
  render(
    <MemoryRouter>
      <QueueNotice planning={planning} childId={childId} />
    </MemoryRouter>,
  );
  return document.body.textContent?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
}

describe('what a week waits for', () => {
  test('answers, by the last of their terms', () => {
    const told = show(
      ['requested', 'cancellationRequested', null, null],
      [
        entry(0, { answerDueAt: '2026-12-09T14:00:00.000Z' }),
        entry(1, { answerDueAt: '2026-12-10T14:00:00.000Z' }),
      ],
    );
    expect(told).toContain('2 demandes en attente de réponse');
    expect(told).toContain('Réponse du service au plus tard le jeudi 10 décembre à 15 h.');
  });

  test('an answer that is late, without promising it again', () => {
    const told = show(
      ['requested', null, null, null],
      [entry(0, { answerDueAt: '2026-12-06T14:00:00.000Z' })],
    );
    expect(told).toContain('La réponse du service était attendue avant le dimanche 6 décembre');
    expect(told).not.toContain('au plus tard');
  });

  test('payments, by the first of their terms', () => {
    const told = show(
      ['awaitingPayment', 'awaitingPayment', null, null],
      [
        entry(0, { until: '2026-12-10T23:00:00.000Z' }),
        entry(1, { until: '2026-12-08T23:00:00.000Z' }),
      ],
    );
    expect(told).toContain('2 jours à payer avant le mardi 8 décembre à minuit');
  });

  test('places, each with its rank', () => {
    const told = show(['waitlisted', null, null, null], [entry(0, { rank: 2 })]);
    expect(told).toContain('soir, Léa, lundi 7 décembre : 2ᵉ');
    expect(screen.queryByText(/demandes? en attente/)).toBeNull();
  });

  test('nothing of another child', () => {
    expect(show(['waitlisted', null, null, null], [entry(0, { rank: 2 })], 'noe')).toBe('');
  });
});
