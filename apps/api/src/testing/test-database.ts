import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireTestDatabase } from '@preau/dev/test-database';
import { runMigrations } from 'graphile-worker';
import { migrate } from '../platform/db/migrate.ts';

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

/** A migrated database of one's own on a real PostgreSQL, the queue's tables included. */
export function acquireMigratedDatabase() {
  return acquireTestDatabase({
    fingerprint: fingerprintOf(migrations),
    migrate: async (ownerUrl, { jobsUrl }) => {
      await migrate(ownerUrl);
      await runMigrations({ connectionString: jobsUrl });
    },
  });
}

function fingerprintOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted()) {
    hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest('hex');
}
