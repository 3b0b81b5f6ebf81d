import { isClockTime } from '../time/instant.ts';
import { amountProblems } from './check-prices.ts';
import type { Consequence, Limit, Stage } from './document.ts';

const consequencesAllowed: Readonly<Record<'book' | 'cancel', readonly Consequence['kind'][]>> = {
  book: ['normal', 'replacingPrice', 'surcharge'],
  cancel: ['normal', 'billedInFull'],
};

/**
 * Problems of a list of stages. The first is the normal one; those after it are late and share one
 * consequence, because a booking remembers that it was late, not in which of several ways.
 */
export function stageProblems(
  place: string,
  action: 'book' | 'cancel',
  stages: readonly Stage[],
  unitCodes: readonly string[],
): string[] {
  const [normal, firstLate] = stages;
  if (normal === undefined) return [`${place} : aucune étape`];
  const problems: string[] = [];
  if (normal.consequence.kind !== 'normal') {
    problems.push(`${place} : la première étape doit être au prix normal`);
  }
  stages.forEach((stage, at) => {
    if (stage.channels.length === 0) problems.push(`${place} : une étape n'a aucun canal`);
    if (stage.until === null && at < stages.length - 1) {
      problems.push(`${place} : une étape suit celle qui n'a pas de fin`);
    }
    if (stage.until !== null) problems.push(...limitProblems(place, stage.until));
    if (!consequencesAllowed[action].includes(stage.consequence.kind)) {
      problems.push(`${place} : conséquence « ${stage.consequence.kind} » impossible ici`);
    }
    problems.push(...consequenceProblems(place, stage.consequence, unitCodes));
    if (at > 1 && firstLate && !sameConsequence(stage.consequence, firstLate.consequence)) {
      problems.push(`${place} : les étapes hors délai n'ont pas toutes la même conséquence`);
    }
  });
  return problems;
}

/** Problems of one limit. */
export function limitProblems(place: string, limit: Limit): string[] {
  switch (limit.kind) {
    case 'workingHoursBefore':
      return Number.isInteger(limit.hours) && limit.hours > 0 && limit.hours % 24 === 0
        ? []
        : [`${place} : ${limit.hours} h ouvrées n'est pas un multiple de 24`];
    case 'workingDaysBefore':
      return [
        ...(Number.isInteger(limit.days) && limit.days > 0
          ? []
          : [`${place} : ${limit.days} n'est pas un nombre de jours ouvrés`]),
        ...(isClockTime(limit.at) ? [] : [`${place} : heure limite « ${limit.at} » illisible`]),
      ];
    case 'dayOfPrecedingMonth':
      return [
        ...(isDayOfMonth(limit.day)
          ? []
          : [`${place} : le ${limit.day} n'est pas un jour du mois`]),
        ...(isClockTime(limit.at) ? [] : [`${place} : heure limite « ${limit.at} » illisible`]),
      ];
  }
}

/** Whether months have such a day, the shortest but one being cut. */
export function isDayOfMonth(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 31;
}

function consequenceProblems(
  place: string,
  consequence: Consequence,
  unitCodes: readonly string[],
): string[] {
  switch (consequence.kind) {
    case 'normal':
    case 'billedInFull':
      return [];
    case 'surcharge':
      return amountProblems(place, consequence.cents);
    case 'replacingPrice': {
      const { centsByUnit } = consequence;
      return [
        ...Object.values(centsByUnit).flatMap((amount) => amountProblems(place, amount)),
        ...Object.keys(centsByUnit)
          .filter((code) => !unitCodes.includes(code))
          .map((code) => `${place} : prix hors délai pour l'unité inconnue « ${code} »`),
        ...unitCodes
          .filter((code) => !Object.hasOwn(centsByUnit, code))
          .map((code) => `${place} : aucun prix hors délai pour l'unité « ${code} »`),
      ];
    }
  }
}

function sameConsequence(one: Consequence, other: Consequence): boolean {
  if (one.kind === 'surcharge' && other.kind === 'surcharge') return one.cents === other.cents;
  if (one.kind === 'replacingPrice' && other.kind === 'replacingPrice') {
    const codes = Object.keys({ ...one.centsByUnit, ...other.centsByUnit });
    return codes.every((code) => one.centsByUnit[code] === other.centsByUnit[code]);
  }
  return one.kind === other.kind;
}
