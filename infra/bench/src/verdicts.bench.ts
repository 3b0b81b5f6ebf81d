import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { BookingFacts } from '@preau/domain/bookings/verdict';
import { compileReglement } from '@preau/domain/reglement/compile';
import { addDays, type Day, day } from '@preau/domain/time/day';
import { instantAt } from '@preau/domain/time/instant';
import { readTown } from '@preau/reglement/read-town';
import { type Figure, figure, median } from './figure.ts';

const valDeLure = readTown('val-de-lure');

const units = ['matin', 'repas', 'soir', 'etude', 'mercredi-journee', 'vacances-journee'];
const runs = 2_000;

/** A month of 3 children × 6 units × 22 days, decided once the rules are compiled and warm. */
export function benchVerdicts(): Figure[] {
  const reglement = compileReglement(valDeLure);
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
    figure('verdicts', 'verdicts a run', decided / runs, 'verdicts', ['=', 396]),
    figure('verdicts', '396 verdicts', median(times.slice(runs / 2)), 'ms', ['<=', 0.4]),
  ];
}
