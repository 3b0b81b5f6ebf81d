import { readConfig, type Config } from '../platform/config.ts';

/** Settings of a server under test; its keys protect nothing. */
export function testConfig(databaseUrl: string, changes: Record<string, string> = {}): Config {
  return readConfig({
    PREAU_MODE: 'test',
    PUBLIC_URL: 'http://preau.test',
    DATABASE_URL: databaseUrl,
    PREAU_SESSION_SECRET: 'only-for-tests-'.repeat(3),
    PREAU_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    LOG_LEVEL: 'silent',
    ...changes,
  });
}
