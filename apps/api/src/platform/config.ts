import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);

/**
 * Every setting of the server and the worker. This is the only reader of the environment;
 * `docs/reference/configuration.md` is generated from the descriptions.
 */
export const configSchema = z.object({
  PREAU_MODE: z
    .enum(['demo', 'production', 'test'])
    .describe(
      'What the installation is for. Written once in the database; another mode is refused.',
    ),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on. Demo mode: 127.0.0.1 only.'),
  PORT: port.default(3000).describe('Port to listen on.'),
  PUBLIC_URL: z
    .url()
    .default('http://127.0.0.1:3000')
    .describe(
      'Address families and staff use; links in e-mails start with it; other origins are refused.',
    ),
  DATABASE_URL: z
    .string()
    .min(1)
    .describe('PostgreSQL address of the application role (owns nothing).'),
  DATABASE_OWNER_URL: z
    .string()
    .optional()
    .describe('PostgreSQL address of the owner role: migrations and operator commands only.'),
  DATABASE_JOBS_URL: z
    .string()
    .optional()
    .describe('PostgreSQL address of the jobs role: the worker only.'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe('Most database connections of one process.'),
  PREAU_SESSION_SECRET: z
    .string()
    .min(32)
    .describe('Signs sign-in tokens; at least 32 characters, random.'),
  PREAU_ENCRYPTION_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, '32 bytes in base64')
    .describe('Encrypts health notes at rest (AES-256-GCM): 32 random bytes in base64.'),
  SMTP_URL: z
    .string()
    .min(1)
    .describe('Where e-mail is handed over, e.g. smtps://user:password@host:465.'),
  MAIL_FROM: z
    .string()
    .default('Préau <ne-pas-repondre@preau.example>')
    .describe('Sender of e-mails.'),
  DEV_MAIL_PORT: port
    .optional()
    .describe('Demo and test only: port of the in-process mailbox shown at /dev/mail.'),
  FAMILY_DIST: z.string().optional().describe('Folder of the built family pages.'),
  STAFF_DIST: z.string().optional().describe('Folder of the built staff pages.'),
  UPLOAD_FILE_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(10)
    .describe('Largest file a family may send, in MB.'),
  UPLOAD_HOUSEHOLD_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(100)
    .describe('What the files of one household may take together, in MB.'),
  CLAMD_SOCKET: z
    .string()
    .min(1)
    .optional()
    .describe(
      'ClamAV: path of the socket of clamd, or host:port. Files are then refused when it finds something, and none is taken in while it does not answer.',
    ),
  TRUST_PROXY: z
    .string()
    .optional()
    .describe('Comma-separated addresses of proxies whose forwarded headers are believed.'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('What is logged. Logs hold no personal data.'),
});

export type Config = z.infer<typeof configSchema>;

/** A setting is missing or wrong: one sentence for the operator, never a stack. */
export class ConfigError extends Error {}

/**
 * Reads and checks the environment.
 * @throws ConfigError naming every faulty setting.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = configSchema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Settings to correct: ${faults.join('; ')}`);
  }
  const config = parsed.data;
  if (config.PREAU_MODE === 'production' && config.DEV_MAIL_PORT !== undefined) {
    throw new ConfigError('DEV_MAIL_PORT is for demo and test modes only');
  }
  if (config.PREAU_MODE === 'demo' && config.HOST !== '127.0.0.1') {
    throw new ConfigError('Demo mode listens on 127.0.0.1 only: its passwords are public');
  }
  return config;
}
