import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { screenshots } from '../site/places.ts';
import { desk, type Device, phone } from './devices.ts';
import type { Visitor } from './visits.ts';

type Size = Device['viewport'];

/** The two devices on which no screen may break an accessibility rule. */
const devices: readonly Device[] = [phone, desk];

/** Everything axe knows of WCAG 2.2 A and AA, and its best practices. */
const standards = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22a',
  'wcag22aa',
  'best-practice',
];

/** Where nothing may scroll sideways: a 320 px screen, then a phone with text twice as large. */
const narrow = [
  { width: 320, height: 640, textPx: 16, told: 'at 320 px' },
  { width: 390, height: 844, textPx: 32, told: 'with text at 200 %' },
] as const;

export type Looking = {
  /** A screen that is still loading is looked at as it is: its end is not waited for. */
  readonly loading?: boolean;
  /** What the device has no room for is shown in another way: such a screen is looked at here only. */
  readonly here?: boolean;
};

/**
 * Looks closely at a screen in its present state: no accessibility fault on a phone and on a desk,
 * no sideways scrolling on a narrow screen or with large text. Keeps a picture of each for people.
 * @param name of the screen and its state, for the pictures.
 */
export async function look(
  { page, device, faults }: Visitor,
  name: string,
  { loading = false, here = false }: Looking = {},
): Promise<void> {
  const settle = loading ? movementsEnd : loaded;
  for (const { viewport: size } of here ? [device] : devices) {
    await showWhole(page, size, settle);
    await page.screenshot({ path: picture(name, `${size.width}`) });
    const found = await accessibilityFaults(page);
    faults.note(found.map((fault) => `${name} at ${size.width} px: ${fault}`));
  }
  for (const { width, height, textPx, told } of here || loading ? [] : narrow) {
    await page.setViewportSize({ width, height });
    await setTextSize(page, textPx);
    await settle(page);
    const wide = await overflowing(page, width);
    faults.note(wide.map((element) => `${name} scrolls sideways ${told}: ${element}`));
  }
  await setTextSize(page, 16);
  await page.setViewportSize(device.viewport);
  await settle(page);
}

/** As `look`, in the two colours that the person chose for the whole system: a picture for people. */
export async function lookInForcedColours({ page }: Visitor, name: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  await loaded(page);
  await page.screenshot({ path: picture(name, 'couleurs-imposees') });
  await page.emulateMedia({ forcedColors: 'none' });
}

/** A day of the staff can be very long; what follows is more of the same. */
const tallest = 3_000;

/**
 * States of days that look alike to who sees no colour, or chose two for the whole system: same
 * border, same icon.
 * @returns one line for each such group of states.
 */
export async function sameSigns(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const groups = await page.evaluate(() => {
    const signs = new Map<string, Set<string>>();
    for (const cell of document.querySelectorAll<HTMLElement>('td [data-state]')) {
      const { borderTopStyle } = getComputedStyle(cell);
      // The small padlock comes on top of a state: it is not the sign of one.
      const [icon] = cell.querySelectorAll('svg');
      const sign = `${borderTopStyle} ${icon?.innerHTML}`;
      signs.set(sign, (signs.get(sign) ?? new Set()).add(cell.dataset['state'] ?? ''));
    }
    return [...signs.values()].filter(({ size }) => size > 1).map((states) => [...states].join());
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return groups;
}

/** The screen as high as its content: no bar at its foot then hides what is to be judged. */
async function showWhole(
  page: Page,
  { width, height }: Size,
  settle: (page: Page) => Promise<void>,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await settle(page);
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  if (whole > height) await page.setViewportSize({ width, height: Math.min(whole, tallest) });
  await settle(page);
}

/** What axe finds, one line for each element at fault. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Legacy mode: it opens no page of its own, which would take the focus away; there are no frames.
  const axe = new AxeBuilder({ page }).withTags(standards).setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary}`,
    ),
  );
}

/** What makes the page scroll sideways: the innermost elements that reach past the right edge. */
export function overflowing(page: Page, width: number): Promise<readonly string[]> {
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const reachesPast = (element: Element) => element.getBoundingClientRect().right > width + 1;
    const isCutOff = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || isCutOff(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((element) => reachesPast(element) && !isCutOff(element))
      .filter((element) => ![...element.children].some(reachesPast))
      .slice(0, 4)
      .map(
        (element) =>
          `${element.outerHTML.slice(0, 160)} → ${element.getBoundingClientRect().right} px`,
      );
  }, width);
}

/** The text size that the person chose in the browser's own settings, in px (16 by default). */
async function setTextSize(page: Page, textPx: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: textPx } });
  await session.detach();
}

/** Waits for what is still loading, then as below. */
async function loaded(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await movementsEnd(page);
}

/** Waits for fonts and for movements that end. */
async function movementsEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

function picture(name: string, variant: string): string {
  return path.join(screenshots, `${name}-${variant}.png`);
}
