import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Day } from '@preau/domain/time/day';
import type { Case } from './case.schema.ts';
import { CaseError } from './case-error.ts';

/** One child, unit and day. */
export type Target = { readonly child: string; readonly unit: string; readonly on: Day };

/** Whom a step is about, as far as it says. */
export type About = {
  readonly child?: string | undefined;
  readonly unit?: string | undefined;
  readonly on?: Day | undefined;
  readonly days?: readonly Day[] | undefined;
};

/**
 * The sessions a step is about, in the order of their days: what it does not say is what the case
 * says, or the only child and the only unit there are.
 *
 * @throws CaseError when it is said nowhere
 */
export function targetsOf(about: About, worked: Case, reglement: CompiledReglement): Target[] {
  const child = childOf(about, worked);
  const unit = unitOf(about, worked, reglement);
  const on = about.on ?? worked.on;
  const days = about.days ?? (on === undefined ? [] : [on]);
  if (days.length === 0) throw new CaseError('ce cas ne dit pas le jour (« on » ou « days »)');
  return days.toSorted().map((day) => ({ child, unit, on: day }));
}

/** @throws CaseError when several children may be meant */
export function childOf(about: About, worked: Case): string {
  const [only, ...others] = Object.keys(worked.children);
  const child = about.child ?? worked.child ?? (others.length === 0 ? only : undefined);
  if (child === undefined) throw new CaseError('ce cas ne dit pas quel enfant (« child »)');
  return child;
}

function unitOf(about: About, worked: Case, reglement: CompiledReglement): string {
  const [only, ...others] = reglement.document.activities.flatMap(({ units }) => units);
  const unit = about.unit ?? worked.unit ?? (others.length === 0 ? only?.code : undefined);
  if (unit === undefined) throw new CaseError('ce cas ne dit pas quelle unité (« unit »)');
  if (reglement.unit(unit) === undefined) {
    throw new CaseError(`le règlement n’a pas d’unité « ${unit} »`);
  }
  return unit;
}

export function keyOf({ child, unit, on }: Target): string {
  return `${on} ${unit} ${child}`;
}
