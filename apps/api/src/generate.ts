import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { systemClock } from './platform/clock.ts';
import { configSchema, readConfig } from './platform/config.ts';
import { openDatabase } from './platform/db/pool.ts';

/**
 * Writes the references made from the code: `docs/reference/openapi.json` from the routes and
 * `docs/reference/configuration.md` from the settings. Committed; the checks compare them.
 */
const folder = fileURLToPath(new URL('../../../docs/reference/', import.meta.url));

async function openApi(): Promise<string> {
  // Nothing is read: the addresses lead nowhere.
  const nowhere = 'postgres://nobody@127.0.0.1:9/none';
  const config = readConfig({
    PREAU_MODE: 'production',
    DATABASE_URL: nowhere,
    PREAU_SESSION_SECRET: 'only describes the routes, signs nothing',
    PREAU_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'silent',
  });
  const database = openDatabase(nowhere, 1);
  const app = await createApp({ config, database, clock: systemClock });
  await app.ready();
  const document = app.swagger();
  await app.close();
  await database.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

function configuration(): string {
  const rows = Object.entries(configSchema.shape).map(([name, setting]) => {
    const fallback = setting.safeParse(undefined);
    const standard =
      fallback.success && fallback.data !== undefined ? `\`${String(fallback.data)}\`` : '';
    const required = fallback.success ? '' : 'required';
    return `| \`${name}\` | ${setting.description ?? ''} | ${standard || required} |`;
  });
  return [
    '# Settings',
    '',
    'Generated from `apps/api/src/platform/config.ts` by `npm run generate`. All are environment',
    'variables of the server and the worker. `npm start` sets what a demonstration needs.',
    '',
    '| setting | what it is | default |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

await mkdir(folder, { recursive: true });
await writeFile(`${folder}openapi.json`, await openApi());
await writeFile(`${folder}configuration.md`, configuration());
