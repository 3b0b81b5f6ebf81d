import { ageOn } from '../time/age.ts';
import type { Day } from '../time/day.ts';

export type AgeGroupChoice = { readonly code: string; readonly label: string };

type Child = { readonly bornOn: Day | null; readonly schoolClass: string };

type Level = 'preschool' | 'primary' | 'secondary';

const classes: readonly (readonly [Level, RegExp])[] = [
  ['preschool', /^(TPS|PS|MS|GS)\b|maternelle/i],
  ['primary', /^(CP|CE|CM)(1|2)?\b|[ée]l[ée]mentaire|primaire/i],
  ['secondary', /^[3-6](e|è|ème|eme)\b|coll[èe]ge|ados/i],
];

const groups: readonly (readonly [Level, RegExp])[] = [
  ['preschool', /maternelle/i],
  ['primary', /[ée]l[ée]mentaire|primaire/i],
  ['secondary', /coll[èe]ge|ados/i],
];

/**
 * The age group to propose for a child among those an activity welcomes: by the ages its label
 * tells (« 6-8 ans »), else by the child's class, else the first. A proposal: the staff confirms.
 *
 * @param on the day at which the age is taken
 * @returns `undefined` where nothing is welcomed
 */
export function chooseAgeGroup<Group extends AgeGroupChoice>(
  child: Child,
  welcomed: readonly Group[],
  on: Day,
): Group | undefined {
  const { bornOn } = child;
  const byAge = bornOn === null ? undefined : welcomed.find(agesHold(ageOn(bornOn, on)));
  if (byAge) return byAge;
  const level = levelOf(child.schoolClass, classes);
  const byClass = welcomed.find(
    ({ code, label }) => level !== undefined && levelOf(`${label} ${code}`, groups) === level,
  );
  return byClass ?? welcomed[0];
}

function levelOf(words: string, levels: readonly (readonly [Level, RegExp])[]): Level | undefined {
  return levels.find(([, pattern]) => pattern.test(words.trim()))?.[0];
}

/** « 6-8 ans », « 6 à 8 ans », « moins de 6 ans », « 12 ans et plus ». */
function agesHold(age: number): (group: AgeGroupChoice) => boolean {
  return ({ label }) => {
    const range = /(\d+)\s*(?:-|–|à|\/)\s*(\d+)\s*ans/i.exec(label);
    if (range) return age >= Number(range[1]) && age <= Number(range[2]);
    const under = /moins de (\d+)\s*ans/i.exec(label);
    if (under) return age < Number(under[1]);
    const over = /(\d+)\s*ans et plus/i.exec(label);
    return over ? age >= Number(over[1]) : false;
  };
}
