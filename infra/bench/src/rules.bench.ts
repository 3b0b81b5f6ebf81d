import { rate } from '@preau/domain/rating/rate';
import type { RatingInput } from '@preau/domain/rating/rating-input';
import { compileReglement } from '@preau/domain/reglement/compile';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { richActivity, richDocument } from '@preau/domain/testing/rich-town';
import { townDocument } from '@preau/domain/testing/small-town';
import { readTown } from '@preau/reglement/read-town';
import { type Figure, figure, median } from './figure.ts';
import { householdMonths } from './household-months.ts';
import { valDeLureUnits, verdictFigures } from './verdicts.bench.ts';

const richUnits = ['matin', 'repas', 'soir', 'matin', 'repas', 'soir'];
const households = 10_000;
const runs = 3;

/**
 * The engine on one core: a grid of verdicts, and the bills of a month, by a published règlement and
 * by one that holds a rule of every kind.
 */
export function benchRules(): Figure[] {
  const valDeLure = readTown('val-de-lure');
  const rich = townDocument(richActivity, richDocument);
  const months = householdMonths(households);
  const events = months.reduce((sum, { records }) => sum + records.length, 0);
  return [
    ...verdictFigures('rules', '396 verdicts, Val-de-Lure', valDeLure, valDeLureUnits),
    ...verdictFigures('rules', '396 verdicts, a rule of every kind', rich, richUnits),
    figure('rules', 'events a household-month', events / households, 'events'),
    ...billFigures('Val-de-Lure', valDeLure, months),
    ...billFigures('a rule of every kind', rich, months),
  ];
}

/** How long it takes to rate every household-month, compiled and warm. */
function billFigures(
  title: string,
  document: ReglementDocument,
  months: readonly RatingInput[],
): Figure[] {
  const reglement = compileReglement(document);
  let lines = 0;
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    lines = 0;
    for (const month of months) lines += rate(month, () => reglement).length;
    return (performance.now() - started) / 1_000;
  });
  return [
    figure('rules', `lines of 10,000 bills, ${title}`, lines, 'lines', ['>=', households]),
    figure('rules', `10,000 household-months, ${title}`, median(times), 's', ['<=', 3]),
  ];
}
