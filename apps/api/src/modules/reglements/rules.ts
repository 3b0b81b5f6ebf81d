import { type Day, day } from '@preau/domain/time/day';
import type { Database } from '../../platform/db/pool.ts';
import { type Ask, transaction } from '../../platform/db/transaction.ts';
import {
  areCompiled,
  askVersions,
  compileVersions,
  type ReglementInForce,
  reglementOn,
  type VersionRow,
} from './reglement.store.ts';

const always: readonly [Day, Day] = [day('1900-01-01'), day('9999-12-31')];

export type RulesOn = (on: Day) => ReglementInForce;

/**
 * The rules of an organisation by day, asked on an open transaction. A version this process has
 * not compiled yet is read once more; every later request finds it compiled.
 */
export async function askRules(ask: Ask, organisationId: string): Promise<RulesOn> {
  const versions = await askAllVersions(ask, organisationId);
  if (!areCompiled(versions)) await compileVersions(ask, organisationId, versions);
  return rulesOf(versions);
}

/** The versions of an organisation, for a message that must not wait for their documents. */
export function askAllVersions(ask: Ask, organisationId: string): Promise<VersionRow[]> {
  return askVersions(ask, organisationId, ...always);
}

/** The rules of versions read in one message; compiles first what this process has not seen. */
export async function compiledRules(
  database: Database,
  organisationId: string,
  versions: readonly VersionRow[],
): Promise<RulesOn> {
  if (areCompiled(versions)) return rulesOf(versions);
  return transaction(database, organisationId, (tx) => askRules(tx.ask, organisationId));
}

function rulesOf(versions: readonly VersionRow[]): RulesOn {
  return (on) => reglementOn(versions, on);
}
