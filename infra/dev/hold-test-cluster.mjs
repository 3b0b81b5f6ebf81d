import { leaseTestCluster } from './test-database.mjs';

/**
 * Vitest global setup: keeps the shared test cluster alive for a whole run, so that it does not stop
 * and start again between two test files.
 *
 * @returns {Promise<() => Promise<void>>} the teardown
 */
export async function setup() {
  const { release } = await leaseTestCluster();
  return () => release();
}
