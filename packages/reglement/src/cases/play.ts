import type { Case } from './case.schema.ts';
import type { CaseClock } from './case-moments.ts';
import type { Extra } from './case-money.ts';
import type { CaseWorld } from './case-world.ts';
import type { Expected } from './expect.schema.ts';
import type { Found } from './found.ts';

/** A case while it is played. */
export type Play = {
  readonly worked: Case;
  readonly world: CaseWorld;
  readonly clock: CaseClock;
  /** Memberships and fees beside what happened. */
  extra: Extra;
};

/** What was found after a step, and what was expected of it; `null` = nothing in particular. */
export type Answer = { readonly found: Found; readonly expected: Expected | null };
