import { mkdirSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { openDemoSite } from './open-demo-site.ts';
import { report, screenshots } from './places.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the site of this run answers. */
    readonly siteUrl: string;
  }
}

/**
 * Vitest global setup: one site for the whole run; the one that `E2E_SITE` names, for who writes a
 * journey and does not want to wait for a new one each time.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const folder of [report, screenshots]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const { E2E_SITE } = process.env;
  if (E2E_SITE !== undefined) {
    project.provide('siteUrl', E2E_SITE);
    return async () => undefined;
  }
  const site = await openDemoSite();
  project.provide('siteUrl', site.url);
  return site.close;
}
