import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

const patience = { timeout: 15_000, interval: 100 };

/** The text of an element, with plain spaces. */
async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
}

/** Waits until an element says something. */
export async function expectWords(locator: Locator, words: string | RegExp): Promise<void> {
  const said = expect.poll(() => wordsOf(locator), patience);
  await (typeof words === 'string' ? said.toContain(words) : said.toMatch(words));
}

/** Waits until there are exactly so many of them. */
export async function expectCount(locator: Locator, count: number): Promise<void> {
  await expect.poll(() => locator.count(), patience).toBe(count);
}
