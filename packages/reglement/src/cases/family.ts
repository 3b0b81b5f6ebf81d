import type { Sibling } from '@preau/domain/prices/child-profile';
import type { QuotientFact, RatedHousehold } from '@preau/domain/rating/rating-input';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Day } from '@preau/domain/time/day';
import type { Case } from './case.schema.ts';
import { CaseError } from './case-error.ts';
import type { CaseChild, CaseFacts, CaseHousehold } from './facts.schema.ts';
import type { StepOf } from './steps.schema.ts';

/** Long before and long after the days of any case: a quotient that is known is known throughout. */
const knownSince = 2000;
const knownUntil = 2100;

/** Of a child of whom nothing is said. */
export const usualGroup = 'elementaire';

type Known = {
  readonly facts: CaseFacts;
  readonly household: CaseHousehold;
  readonly children: Readonly<Record<string, CaseChild>>;
};

/** The family of a case: its children, what is true of it, the quotients it gave. */
export class CaseFamily {
  readonly #document: ReglementDocument;
  #known: Known;
  #quotients: readonly QuotientFact[];

  constructor(document: ReglementDocument, { facts, household, children }: Case) {
    this.#document = document;
    this.#known = { facts, household, children };
    this.#quotients = this.#given(household.quotient ?? facts.quotient ?? null);
  }

  get facts(): CaseFacts {
    return this.#known.facts;
  }

  get household(): CaseHousehold {
    return this.#known.household;
  }

  get quotients(): readonly QuotientFact[] {
    return this.#quotients;
  }

  get childIds(): readonly string[] {
    return Object.keys(this.#known.children);
  }

  /** @throws CaseError when the case has no such child */
  child(id: string): CaseChild {
    const child = this.#known.children[id];
    if (child === undefined) throw new CaseError(`aucun enfant du cas ne s’appelle « ${id} »`);
    const { bornOn, group } = this.facts;
    return { ...(bornOn ? { bornOn } : {}), ...(group ? { group } : {}), ...child };
  }

  know({ facts = {}, household = {}, children = {} }: StepOf<'know'>): void {
    this.#known = {
      facts: { ...this.#known.facts, ...facts },
      household: { ...this.#known.household, ...household },
      children: { ...this.#known.children, ...this.#changed(children) },
    };
    const quotient = household.quotient ?? facts.quotient;
    if (household.quotient !== undefined || facts.quotient !== undefined) {
      this.#quotients = this.#given(quotient ?? null);
    }
  }

  /** What is not said again of a child stays as it was. */
  #changed(children: Known['children']): Known['children'] {
    const entries = Object.entries(children);
    return Object.fromEntries(
      entries.map(([id, child]) => [id, { ...this.#known.children[id], ...child }]),
    );
  }

  /** A quotient received on that day: what was known before is not renewed after it. */
  receive(fact: QuotientFact): void {
    const before = this.#quotients.filter(({ receivedOn }) => receivedOn < fact.receivedOn);
    this.#quotients = [...before, fact];
  }

  /** Of the household and of the child. */
  flagsOf(id: string): readonly string[] {
    return [...(this.household.flags ?? []), ...(this.child(id).flags ?? [])];
  }

  /** @param comes whether a child is booked, and present, that day in the activity */
  siblingsOf(
    id: string,
    comes: (id: string) => Pick<Sibling, 'booked' | 'present'>,
  ): readonly Sibling[] {
    return this.childIds.map((one) => {
      const { bornOn = null, activities } = this.child(one);
      const registered = activities === undefined || activities.length > 0;
      return { self: one === id, bornOn, registered, ...comes(one) };
    });
  }

  rated(): RatedHousehold {
    const { residence = null, scheme = null, flags = [] } = this.household;
    const { monthlyResources = null, dependentChildren = null } = this.household;
    return {
      residence,
      scheme,
      flags,
      quotients: this.#quotients,
      monthlyResources,
      dependentChildren,
      children: this.childIds.map((id) => {
        const { bornOn = null, group = usualGroup, flags: own = [], activities } = this.child(id);
        return { id, bornOn, group, flags: own, activities: activities ?? null };
      }),
    };
  }

  /** Given once for all; where a règlement wants it again each year, on the last day for it. */
  #given(value: number | null): readonly QuotientFact[] {
    if (value === null) return [];
    const renewedBy = this.#document.quotient?.renewedBy;
    const since = `${knownSince}-01-01` as Day;
    if (renewedBy === undefined) return [{ value, receivedOn: since, validFrom: null }];
    return Array.from({ length: knownUntil - knownSince }, (_, at) => ({
      value,
      receivedOn: `${knownSince + at}-${renewedBy}` as Day,
      validFrom: null,
    }));
  }
}
