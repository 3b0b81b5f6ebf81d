import { desk, phone } from '../../browser/devices.ts';
import { look } from '../../browser/look.ts';
import { cell, portalOf } from '../../people/parent.ts';
import { openWeek } from '../../people/requests.ts';
import { arriveAsStaff, openStaffTab } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { comesToPlanning, type TownScene } from '../town-scene.ts';
import { cast, office } from './cast.ts';

const wednesday = { service: 'Accueil du mercredi', day: 'mercredi 25 novembre' };

/** One is offered a place and declines it; another waits, and the service gives her one. */
export async function giveAPlace(scene: TownScene): Promise<void> {
  const { step, sees, visits, mailbox } = scene;
  const [rose, basile] = cast.map(({ guardian }) => guardian);
  if (!rose || !basile) throw new Error('Nobody waits for a place');
  const parent = await comesToPlanning({ ...scene, device: phone }, rose);
  const { page } = parent;

  await step('a place is offered to Basile, who will not come: it is declined', async () => {
    await openWeek(page, basile, '2026-11-23');
    const offered = cell(page, { ...wednesday, child: basile.child, state: 'Place libre !' });
    await offered.click();
    await page.getByRole('button', { name: /^(Refuser|Décliner)/ }).click();
    await offered.waitFor({ state: 'detached' });
    await page.goto(`${portalOf(basile)}/historique`);
    await sees('booking declined', page.getByText('Place refusée', { exact: true }));
  });

  await step('Rose is first in the list of her group', async () => {
    await openWeek(page, rose, '2026-11-23');
    const waits = cell(page, { ...wednesday, child: rose.child, state: 'File : 1er' });
    await waits.waitFor();
  });

  const clerk = await visits.open(desk);
  await step(
    'the service sees how full each day is, who waits, and gives her a place',
    async () => {
      await arriveAsStaff(clerk.page, office);
      await openStaffTab(clerk.page, 'Occupation');
      await look(clerk, 'agent-occupation');
      const day = /^Accueil du mercredi.*mercredi 25 novembre/;
      await clerk.page.getByRole('button', { name: day }).click();
      const panel = clerk.page.getByRole('complementary', { name: 'Jour choisi' });
      await expectWords(panel, 'Rose Lemaire');
      await look(clerk, 'agent-occupation-jour', { here: true });
      await panel.getByRole('button', { name: 'Donner la place à Rose Lemaire' }).click();
      const sheet = clerk.page.getByRole('dialog', { name: 'Donner la place à Rose' });
      await sheet
        .getByLabel('Pourquoi une place de plus ?')
        .fill('Un animateur de plus ce jour-là.');
      await look(clerk, 'agent-donner-la-place', { here: true });
      await sheet.getByRole('button', { name: 'Donner la place' }).click();
      await sheet.waitFor({ state: 'detached' });
    },
  );

  await step('she is told, and booked', async () => {
    await mailbox.receive(rose.email, /^Une place vous est attribuée/);
    await openWeek(page, rose, '2026-11-23');
    await cell(page, { ...wednesday, child: rose.child, state: 'Réservé' }).waitFor();
  });
}
