import { desk, phone } from '../../browser/devices.ts';
import { look } from '../../browser/look.ts';
import { cell } from '../../people/parent.ts';
import { openWeek } from '../../people/requests.ts';
import { arriveAsStaff, openStaffTab } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { comesToPlanning, type TownScene } from '../town-scene.ts';
import { cast, type EspacePart, office } from './cast.ts';
import { lunch } from './planning.ts';

/** A strike: what it would do is read before it is done; families are told. */
export async function closeADay(scene: TownScene): Promise<void> {
  const { step, sees, visits, mailbox } = scene;
  const clerk = await visits.open(desk);
  const { page } = clerk;
  const sheet = page.getByRole('dialog', { name: 'Déclarer une fermeture' });

  await step('a closure is written down, and what it would do is read', async () => {
    await arriveAsStaff(page, office);
    await openStaffTab(page, 'Calendrier');
    await look(clerk, 'agent-calendrier');
    await page.getByRole('button', { name: 'Déclarer une fermeture' }).click();
    await sheet.getByLabel('Du', { exact: true }).fill('2026-12-15');
    await sheet.getByLabel('Activité').selectOption({ label: 'Restauration scolaire' });
    await sheet.getByLabel('Motif').fill('Grève');
    await sheet.getByRole('button', { name: 'Voir les conséquences' }).click();
    await expectWords(sheet, /demandes sans réponse/);
    await expectWords(sheet, /Prévenu par e.mail \d+ foyers/);
    await look(clerk, 'agent-fermeture-consequences');
  });

  await step('the day is closed', async () => {
    await sheet.getByRole('button', { name: /^Fermer et annuler \d+ réservations/ }).click();
    await expectWords(page.getByRole('main'), 'Fermeture « Grève » déclarée.');
    await look(clerk, 'agent-fermeture-declaree');
  });

  await step('families are told, and see the day closed', async () => {
    const [{ guardian }] = cast as readonly [EspacePart, ...EspacePart[]];
    const mail = await mailbox.receive(guardian.email, /^Accueil fermé/);
    if (!mail.text.includes('Grève')) throw new Error(`No reason in: ${mail.text}`);
    const parent = await comesToPlanning({ ...scene, device: phone }, guardian);
    await openWeek(parent.page, guardian, '2026-12-14');
    await sees(
      'cell closed',
      cell(parent.page, { ...lunch, child: guardian.child, state: 'Fermé' }),
    );
  });
}
