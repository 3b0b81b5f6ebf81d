import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

const patience = { timeout: 15_000, interval: 100 };

/** The pattern of a text as it is, whatever spaces hold it together. */
export function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s');
}

/** The text of an element, with plain spaces. */
async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
}

/** Waits until an element says something. */
export async function expectWords(locator: Locator, words: string | RegExp): Promise<void> {
  const pattern = typeof words === 'string' ? new RegExp(literal(words)) : words;
  await expect.poll(() => wordsOf(locator), patience).toMatch(pattern);
}

/** Waits until there are exactly so many of them. */
export async function expectCount(locator: Locator, count: number): Promise<void> {
  await expect.poll(() => locator.count(), patience).toBe(count);
}
