import type { Page } from 'playwright-core';

/** More stops than any page has: the walk goes round once at most. */
const longestWalk = 150;
/** Thinner than that, in px, a mark around the focus is easily missed. */
const thinnestMark = 2;

/**
 * Walks with Tab until a control is reached. On the way every stop must be seen: marked, and not
 * hidden under something else.
 * @param name of the control as a screen reader says it, role first: `button "Se connecter"`.
 * @throws when the walk never gets there, or gets lost.
 */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const stops: string[] = [];
  for (let count = 0; count < longestWalk; count += 1) {
    await page.keyboard.press('Tab');
    const said = await focusedName(page);
    if (said === null) continue;
    const hidden = await whyUnseen(page);
    if (hidden !== null) throw new Error(`The focus cannot be seen on ${said}: ${hidden}`);
    if (name.test(said)) return;
    stops.push(said);
  }
  throw new Error(`Tab never reaches ${name}. Stops: ${stops.slice(0, 60).join(' | ')}`);
}

/** What has the focus, e.g. `button "Fermer"`; `null` when nothing on the page has it. */
export async function focusedName(page: Page): Promise<string | null> {
  const onPage = await page.evaluate(() => document.activeElement !== document.body);
  if (!onPage) return null;
  const said = await page.locator('*:focus').ariaSnapshot();
  return said.split('\n')[0]?.replace(/^- /, '').replaceAll(/\s/g, ' ') ?? null;
}

/** Why a sighted person would not find the focus; `null` when they would. */
function whyUnseen(page: Page): Promise<string | null> {
  return page.evaluate((thinnest) => {
    const focused = document.activeElement;
    if (!focused) return 'nothing has it';
    // A choice drawn as a card bears the mark around the whole card, which is its label.
    const marked = [focused, focused.closest('label')].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= thinnest;
    });
    if (!marked) return 'nothing is drawn around it';
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (onTop === null) return 'it is outside the window';
    return focused.contains(onTop) || onTop.contains(focused)
      ? null
      : `under ${onTop.outerHTML.slice(0, 80)}`;
  }, thinnestMark);
}
