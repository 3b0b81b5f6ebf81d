import { ConfigError } from './platform/config.ts';
import { migrate } from './platform/db/migrate.ts';

/** Operator command: brings the schema to this version. Reads DATABASE_OWNER_URL. */
const ownerUrl = process.env.DATABASE_OWNER_URL;
try {
  if (!ownerUrl) throw new ConfigError('DATABASE_OWNER_URL is not set');
  const applied = await migrate(ownerUrl);
  process.stdout.write(
    applied.length === 0 ? 'Schema up to date\n' : `Applied ${applied.join(', ')}\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
