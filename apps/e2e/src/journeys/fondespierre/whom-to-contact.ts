import { look } from '../../browser/look.ts';
import { cell, closeSheet, portalOf, showChild, tapBlocked } from '../../people/parent.ts';
import { expectWords } from '../../people/words.ts';
import { comesToPlanning, pictured, type TownScene } from '../town-scene.ts';
import { booked, type FondespierrePart } from './cast.ts';

/** « Contactez l'ALSH Fondespierre pour annuler des journées réservées », and when somebody answers. */
export async function askTheCentre(scene: TownScene, part: FondespierrePart): Promise<void> {
  const { step, sees } = scene;
  const { guardian, ticked } = part;
  const parent = await comesToPlanning(scene, guardian);
  const { page } = parent;
  const { child } = guardian;

  await step('S0-24 a booked day is never given back online: whom to contact', async () => {
    await page.goto(`${portalOf(guardian)}/planning?semaine=2026-12-21`);
    await showChild(page, child);
    const day = cell(page, { ...booked, child, state: 'Réservé' });
    await sees('cell neverOnline', day);
    await tapBlocked(day);
    const sheet = page.getByRole('dialog', { name: booked.title });
    await expectWords(sheet, "Pour annuler ce jour, contactez l'ALSH au 03 53 01");
    await look(parent, pictured(scene, 'fondespierre-annuler'));
    await closeSheet(sheet);
  });

  await step('the days that were ticked wait for their payment', async () => {
    const [first] = ticked;
    if (!first) throw new Error('No day was ticked');
    await page.goto(`${portalOf(guardian)}/planning?semaine=${mondayBefore(first.day)}`);
    await showChild(page, child);
    await cell(page, { ...first, child })
      .filter({ hasText: /À\spayer\savant\s9\sh/ })
      .waitFor();
  });

  await step('S0-25 the office hours, day by day, and when it opens next', async () => {
    const foot = page.getByRole('contentinfo');
    await expectWords(foot, 'Fermé, ouvre demain à 9 h');
    await foot.getByRole('link', { name: 'Toutes nos coordonnées' }).click();
    await page.getByRole('heading', { name: 'Contact', level: 1 }).waitFor();
    const main = page.getByRole('main');
    for (const [day, hours] of [
      ['Mardi', '9 h – 12 h'],
      ['Mercredi', '7 h 30 – 12 h 15'],
      ['Jeudi', '14 h – 18 h'],
    ] as const) {
      await expectWords(main, new RegExp(`${day}[^]*${hours}`));
    }
    await look(parent, pictured(scene, 'fondespierre-contact'));
  });
}

const mondayBefore = (day: string) => (day.includes('24') ? '2026-12-21' : '2026-12-28');
