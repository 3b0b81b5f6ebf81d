import { day as asDay, mondayOf } from '@preau/domain/time/day';
import type { Page } from 'playwright-core';
import { look } from '../../browser/look.ts';
import { portalOf, showChild } from '../../people/parent.ts';
import { comesToPlanning, type Guardian, pictured, type TownScene } from '../town-scene.ts';
import type { FondespierrePart } from './cast.ts';

/** Days that are over say whether the child came; others, that they are for younger children. */
export async function readOtherDays(
  scene: TownScene,
  { guardian }: FondespierrePart,
): Promise<void> {
  const { step, sees } = scene;

  await step('a day that is over says whether the child came', async () => {
    const { page } = await comesToPlanning(scene, guardian);
    for (const [state, word] of [
      ['attended', 'Présent'],
      ['absentUnexcused', 'Absent'],
    ] as const) {
      const { child, monday } = await dayIn(page, state);
      await page.goto(`${portalOf(guardian)}/planning?semaine=${monday}`);
      await showChild(page, child);
      await sees(`booking ${state}`, page.getByRole('button', { name: new RegExp(`, ${word}`) }));
    }
  });

  await step('from twelve years on, the centre welcomes somebody else', async () => {
    const parent = await comesToPlanning(scene, inesRoux);
    const { page } = parent;
    await page.goto(`${portalOf(inesRoux)}/planning?semaine=2026-12-07`);
    await sees('cell ageOut', page.getByRole('button', { name: /Âge non concerné/ }));
    await look(parent, pictured(scene, 'fondespierre-trop-grand'));
  });
}

/** Her son turns twelve ten days after the first moment of the demonstration. */
const inesRoux: Guardian = {
  town: 'fondespierre',
  email: 'ines.roux@example.org',
  firstName: 'Inès',
  child: 'Axel',
};

type Planning = {
  readonly children: readonly { readonly id: string; readonly firstName: string }[];
  readonly rows: readonly {
    readonly childId: string;
    readonly on: readonly string[];
    readonly state: readonly (string | null)[];
  }[];
};

/** A child of hers and the Monday before a day in that state, as the API tells them. */
async function dayIn(page: Page, state: string): Promise<{ child: string; monday: string }> {
  const planning = await page.evaluate(async (): Promise<Planning> => {
    const answer = await fetch('/api/family/planning?from=2026-10-05&until=2026-11-15');
    return (await answer.json()) as Planning;
  });
  for (const { childId, on, state: states } of planning.rows) {
    const day = on[states.indexOf(state)];
    const child = planning.children.find(({ id }) => id === childId);
    if (day !== undefined && child) return { child: child.firstName, monday: mondayOf(asDay(day)) };
  }
  throw new Error(`No day is ${state}`);
}
