import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { BookingFacts } from '@preau/domain/bookings/verdict';
import { compileReglement } from '@preau/domain/reglement/compile';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { addDays, type Day, day } from '@preau/domain/time/day';
import { instantAt } from '@preau/domain/time/instant';
import { readTown } from '@preau/reglement/read-town';
import { type Figure, figure, median } from './figure.ts';

const cells = 3 * 6 * 22;

export const valDeLureUnits: readonly string[] = [
  'matin',
  'repas',
  'soir',
  'etude',
  'mercredi-journee',
  'vacances-journee',
];
const runs = 2_000;

/** A month of 3 children × 6 units × 22 days, decided once the rules are compiled and warm. */
export function benchVerdicts(): Figure[] {
  return verdictFigures('verdicts', '396 verdicts', readTown('val-de-lure'), valDeLureUnits);
}

/** The same by any règlement, for six units of it, or some of them twice. */
export function verdictFigures(
  benchmark: string,
  title: string,
  document: ReglementDocument,
  units: readonly string[],
): Figure[] {
  const reglement = compileReglement(document);
  const now = instantAt(day('2026-12-01'), '10:00', 'Europe/Paris');
  const days: Day[] = Array.from({ length: 22 }, (_, index) => addDays(day('2026-12-01'), index));
  const facts: BookingFacts = {
    enrolment: 'accepted',
    ageGroup: 'elementaire',
    bornOn: null,
    documents: [],
    activityDays: [],
    session: { kind: 'open' },
    booking: null,
    otherUnits: [],
    freePlaces: 12,
    waiting: 0,
    capacity: 40,
    quotient: 742,
  };
  const times: number[] = [];
  let decided = 0;
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    for (let child = 0; child < 3; child += 1) {
      for (const unit of units) {
        for (const on of days) {
          decideBooking({ action: 'book', channel: 'online', unit, on }, facts, reglement, now);
          decided += 1;
        }
      }
    }
    times.push(performance.now() - started);
  }
  return [
    figure(benchmark, 'verdicts a run', decided / runs, 'verdicts', ['=', cells]),
    figure(benchmark, title, median(times.slice(runs / 2)), 'ms', ['<=', 0.4]),
  ];
}
