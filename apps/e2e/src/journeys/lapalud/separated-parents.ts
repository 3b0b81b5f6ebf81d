import { desk, phone } from '../../browser/devices.ts';
import { look } from '../../browser/look.ts';
import { cell, tapBlocked } from '../../people/parent.ts';
import { ask, openWeek, sendCart } from '../../people/requests.ts';
import { expectWords } from '../../people/words.ts';
import { comesToPlanning, type TownScene } from '../town-scene.ts';
import { jerome, laura } from './cast.ts';

const morning = { service: 'A.L.P. matin', day: 'jeudi 3 décembre', child: 'Timéo' };

/** Two households, one child: each sees that a day is taken, neither touches what the other asked. */
export async function askFromTwoHouseholds(scene: TownScene): Promise<void> {
  const { step, mailbox } = scene;
  const mother = await comesToPlanning({ ...scene, device: phone }, laura);
  const father = await comesToPlanning({ ...scene, device: desk }, jerome);

  await step('his mother asks for Thursday morning', async () => {
    await openWeek(mother.page, laura, '2026-11-30');
    await ask(mother.page, morning);
    await sendCart(mother.page, 'Demande envoyée');
    await mailbox.receive(laura.email, /^Votre demande est envoyée/);
  });

  await step(
    'his father sees the day asked for, by the other household: it is not his',
    async () => {
      const { page } = father;
      await openWeek(page, jerome, '2026-11-30');
      const day = cell(page, { ...morning, state: 'En attente' });
      await day.waitFor();
      await tapBlocked(day);
      const sheet = page.getByRole('dialog', { name: 'Jeudi 3 décembre' });
      await expectWords(sheet, "par l'autre foyer de l'enfant");
      await look(father, 'lapalud-autre-foyer');
    },
  );
}
