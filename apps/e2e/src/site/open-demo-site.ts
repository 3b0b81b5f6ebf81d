import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPages } from '@preau/dev/page-builds';
import { PROJECT } from '@preau/dev/places';
import { freePort } from '@preau/dev/ports';
import { openSite } from '@preau/dev/site';
import { report } from './places.ts';

/** A Monday of term, at nine: both towns are open, the office answers, two limits pass that week. */
export const firstMoment = '2026-11-16T09:00:00+01:00';

export type DemoSite = { readonly url: string; readonly close: () => Promise<void> };

/**
 * The whole of Préau as `npm start` runs it: PostgreSQL in a folder of its own, migrations,
 * demonstration, pages, server, worker and mailbox, on a free port of this machine. Nothing of the
 * surroundings is taken over but where programs are, so that it leads to nobody's installation.
 */
export async function openDemoSite(): Promise<DemoSite> {
  const state = mkdtempSync(path.join(tmpdir(), 'preau-e2e-'));
  // PostgreSQL runs under another account when we are root, and must pass through.
  chmodSync(state, 0o711);
  const { PATH, HOME } = process.env;
  const { signal } = new AbortController();
  const env = {
    PATH,
    HOME,
    PORT: String(await freePort()),
    DEMO_NOW: isoOf(firstMoment),
    ...(await copyPages(state, signal)),
  };
  const { site, started } = openSite({ env, state, signal });
  const close = async () => {
    await site.close();
    const log = path.join(state, 'log');
    if (existsSync(log)) cpSync(log, path.join(report, 'log'), { recursive: true });
    rmSync(state, { recursive: true, force: true });
  };
  try {
    await started;
  } catch (error) {
    await close();
    throw error;
  }
  return { url: site.url, close };
}

/** Pages of this run alone: another build of the same sources must not pull them away. */
async function copyPages(state: string, signal: AbortSignal): Promise<Record<string, string>> {
  await buildPages(signal, process.env);
  const copies = { FAMILY_DIST: 'family', STAFF_DIST: 'staff' };
  return Object.fromEntries(
    Object.entries(copies).map(([setting, page]) => {
      const copy = path.join(state, page);
      cpSync(path.join(PROJECT, 'apps', page, 'dist'), copy, { recursive: true });
      return [setting, copy];
    }),
  );
}

/** The same instant in UTC, as the API speaks. */
export function isoOf(instant: string): string {
  return new Date(instant).toISOString();
}
