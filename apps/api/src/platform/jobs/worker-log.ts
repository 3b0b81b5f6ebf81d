import type { Config } from '../config.ts';
import { sqlState } from '../db/transaction.ts';

export type WorkerLog = {
  info(message: string, facts?: Record<string, unknown>): void;
  error(message: string, error: unknown, facts?: Record<string, unknown>): void;
};

/**
 * One JSON object a line. Of an error only its kind is told: what a mail server or a database
 * answers repeats addresses and names.
 */
export function createWorkerLog(level: Config['LOG_LEVEL']): WorkerLog {
  const write = (line: Record<string, unknown>) =>
    process.stdout.write(`${JSON.stringify(line)}\n`);
  const tellsInfo = level === 'info' || level === 'debug';
  return {
    info: (msg, facts) => {
      if (tellsInfo) write({ level: 'info', msg, ...facts });
    },
    error: (msg, error, facts) => {
      if (level === 'silent') return;
      write({
        level: 'error',
        msg,
        name: error instanceof Error ? error.name : typeof error,
        code: sqlState(error),
        at: error instanceof Error ? error.stack?.split('\n')[1]?.trim() : undefined,
        ...facts,
      });
    },
  };
}
