import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeDemo } from './demo/write-demo.ts';
import { systemClock } from './platform/clock.ts';
import { ConfigError, configSchema } from './platform/config.ts';
import { createSealer } from './platform/crypto/sealed-text.ts';
import { openDatabase } from './platform/db/pool.ts';

const settingsSchema = configSchema
  .pick({ DATABASE_OWNER_URL: true, PREAU_ENCRYPTION_KEY: true })
  .required()
  .extend({ PREAU_MODE: z.literal('demo'), DEMO_FILE: z.string().min(1).optional() });

/**
 * Operator command: writes the demonstration's organisations where they are missing, and how to
 * sign in to them: in `DEMO_FILE`, or on the screen without it.
 */
async function run(environment: Record<string, string | undefined>): Promise<void> {
  const settings = settingsSchema.safeParse(environment);
  if (!settings.success) {
    const faults = settings.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
    throw new ConfigError(`Settings to correct: ${faults.join('; ')}`);
  }
  const { DATABASE_OWNER_URL, PREAU_ENCRYPTION_KEY, DEMO_FILE } = settings.data;
  const owner = openDatabase(DATABASE_OWNER_URL, 2);
  try {
    const sealer = createSealer(Buffer.from(PREAU_ENCRYPTION_KEY, 'base64'));
    const organisations = await writeDemo({ owner, sealer, now: systemClock.now() });
    const text = `${JSON.stringify({ organisations }, null, 2)}\n`;
    if (DEMO_FILE === undefined) process.stdout.write(text);
    else await writeFile(DEMO_FILE, text, { mode: 0o600 });
  } finally {
    await owner.close();
  }
}

try {
  await run(process.env);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
