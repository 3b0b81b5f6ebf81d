import path from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { report } from '../site/places.ts';
import { type SiteClock, siteClock } from '../site/site-clock.ts';
import { type DemoSite, firstMoment, openDemoSite } from '../site/open-demo-site.ts';
import { launchChromium } from './chromium.ts';
import type { Device } from './devices.ts';
import { type FaultWatch, watchFaults } from './faults.ts';

/** Somebody in front of a device of their own, with a profile of its own. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly device: Device;
  readonly faults: FaultWatch;
  /** The same person, in a second tab. */
  openTab(): Promise<Visitor>;
};

export type Visits = {
  /** Known once the journeys of the file begin. */
  readonly siteUrl: string;
  readonly clock: SiteClock;
  open(device: Device): Promise<Visitor>;
  /** Time passes for the site and for every device at once. */
  passTimeTo(instant: string): Promise<void>;
};

/** Longest wait for something to show, in milliseconds: a busy two-core machine. */
const patienceMs = 15_000;

/**
 * A browser for the journeys of a file. Each file begins at `firstMoment`; each visitor's device
 * agrees with the site about the time. After each journey every page must be free of faults.
 * @param daysPass for a file whose clock runs through days: it has a site of its own, since what
 *   falls due meanwhile falls due in every town.
 */
export function openVisits({ daysPass = false }: { readonly daysPass?: boolean } = {}): Visits {
  let siteUrl = inject('siteUrl');
  let clock = siteClock(siteUrl);
  let own: DemoSite | null = null;
  let browser: Browser;
  let visitors: Visitor[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    if (daysPass && process.env['E2E_SITE'] === undefined) {
      own = await openDemoSite();
      siteUrl = own.url;
      clock = siteClock(siteUrl);
    }
    await clock.show(firstMoment);
  });
  afterEach(async ({ task }) => {
    const left = visitors;
    visitors = [];
    if (task.result?.state === 'fail') await keepEvidence(task.name, left);
    const faults = left.flatMap((visitor) => visitor.faults.list());
    for (const context of new Set(left.map((visitor) => visitor.context))) await context.close();
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await own?.close();
  });

  const seat = async (context: BrowserContext, device: Device): Promise<Visitor> => {
    const page = await context.newPage();
    const faults = watchFaults(page, siteUrl);
    const openTab = () => seat(context, device);
    const visitor: Visitor = { page, context, device, faults, openTab };
    visitors.push(visitor);
    return visitor;
  };

  return {
    get siteUrl() {
      return siteUrl;
    },
    get clock() {
      return clock;
    },
    async open(device) {
      const { viewport, isMobile, hasTouch, userAgent } = device;
      const context = await browser.newContext({
        viewport,
        isMobile,
        hasTouch,
        userAgent,
        baseURL: siteUrl,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(patienceMs);
      await context.clock.install({ time: await clock.now() });
      return seat(context, device);
    },
    async passTimeTo(instant) {
      const passed = Date.parse(instant) - (await clock.now()).getTime();
      await clock.show(instant);
      for (const context of new Set(visitors.map((visitor) => visitor.context))) {
        await context.clock.fastForward(passed);
      }
    },
  };
}

/** What each visitor had before their eyes when a journey failed. */
async function keepEvidence(journey: string, visitors: readonly Visitor[]): Promise<void> {
  for (const [at, { page }] of visitors.entries()) {
    const file = path.join(report, `failed-${journey.replaceAll(/[^\p{L}\d]+/gu, '-')}-${at}`);
    await page.screenshot({ path: `${file}.png` }).catch(() => undefined);
    const seen = await page.ariaSnapshot().catch(String);
    writeFileSync(`${file}.txt`, `${page.url()}\n${seen}\n`);
  }
}
