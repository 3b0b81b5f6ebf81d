import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fromIso } from '@preau/domain/time/instant';
import { z } from 'zod';
import { largeSize } from './demo/large/large-size.ts';
import { pretendItIs } from './demo/pretended-time.ts';
import { writeDemo } from './demo/write-demo.ts';
import { systemClock } from './platform/clock.ts';
import { ConfigError, configSchema } from './platform/config.ts';
import { createSealer } from './platform/crypto/sealed-text.ts';
import { openDatabase } from './platform/db/pool.ts';

const settingsSchema = configSchema
  .pick({ DATABASE_OWNER_URL: true, PREAU_ENCRYPTION_KEY: true })
  .required()
  .extend({
    PREAU_MODE: z.literal('demo'),
    /** Where to write the logins; `demo.json` in the installation's folder when it has one. */
    DEMO_FILE: z.string().min(1).optional(),
    PREAU_FOLDER: z.string().min(1).optional(),
    /** When the demonstration takes place: its data is written around it, its clock shows it. */
    DEMO_NOW: z.iso.datetime().optional(),
    /** `large`: one more organisation, of 10,000 households and a school year of bookings. */
    DEMO_SIZE: z.enum(['usual', 'large']).default('usual'),
  });

type DemoSettings = z.infer<typeof settingsSchema>;

function readSettings(environment: Record<string, string | undefined>): DemoSettings {
  const parsed = settingsSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`Settings to correct: ${faults.join('; ')}`);
}

/**
 * Operator command: writes the demonstration's organisations where they are missing, and how to
 * sign in to them: in a file the launcher reads, or on the screen.
 */
async function run(settings: DemoSettings): Promise<void> {
  const { DEMO_FILE, PREAU_FOLDER, DEMO_NOW, DEMO_SIZE } = settings;
  const file = DEMO_FILE ?? (PREAU_FOLDER && path.join(PREAU_FOLDER, 'demo.json'));
  const owner = openDatabase(settings.DATABASE_OWNER_URL, 2);
  try {
    const sealer = createSealer(Buffer.from(settings.PREAU_ENCRYPTION_KEY, 'base64'));
    const now = DEMO_NOW === undefined ? systemClock.now() : fromIso(DEMO_NOW);
    const organisations = await writeDemo({
      owner,
      sealer,
      now,
      large: DEMO_SIZE === 'large' ? largeSize : undefined,
    });
    if (DEMO_NOW !== undefined) await pretendItIs(owner.pool, now, systemClock);
    const text = `${JSON.stringify({ organisations }, null, 2)}\n`;
    if (file === undefined) process.stdout.write(text);
    else await writeFile(file, text, { mode: 0o600 });
  } finally {
    await owner.close();
  }
}

try {
  await run(readSettings(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
