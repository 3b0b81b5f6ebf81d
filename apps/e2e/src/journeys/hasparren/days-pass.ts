import { desk, phone } from '../../browser/devices.ts';
import { look } from '../../browser/look.ts';
import { openRequest } from '../../people/inbox.ts';
import { portalOf } from '../../people/parent.ts';
import { openWeek } from '../../people/requests.ts';
import { arriveAsStaff } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { comesToPlanning, type TownScene } from '../town-scene.ts';
import { cast, type HasparrenPart } from './cast.ts';

const insurance = 'Attestation d’assurance scolaire';

/** A document good until a day, a window that opens: then the days pass. */
export async function letDaysPass(scene: TownScene): Promise<void> {
  const { step, sees, visits, mailbox } = scene;
  const [{ parent: guardian, late }] = cast as readonly [HasparrenPart, ...HasparrenPart[]];
  const clerk = await visits.open(desk);
  const parent = await comesToPlanning({ ...scene, device: phone }, late);
  const { page } = parent;
  const ofChild = page.getByRole('region', { name: late.child, exact: true });

  await step('the service accepts the insurance, good until Friday', async () => {
    await arriveAsStaff(clerk.page, 'guichet@hasparren.example');
    const about = { child: insurance, about: new RegExp(`Iribarne ${late.child}`) };
    const panel = await openRequest(clerk.page, 'Documents', about);
    await panel.getByLabel('Valable jusqu’au').fill('2026-11-20');
    await look(clerk, 'agent-document-valable');
    await panel.getByRole('button', { name: 'Accepter', exact: true }).click();
    await mailbox.receive(late.email, /^Votre document est accepté/);
    await page.goto(`${portalOf(late)}/demandes`);
    await sees('document accepted', ofChild.getByText('Accepté', { exact: true }));
  });

  await step('a week later it is expected again, and says so', async () => {
    // Nobody keeps the office signed in for days.
    clerk.faults.allow(401);
    await visits.passTimeTo('2026-11-26T08:05:00+01:00');
    await page.goto(`${portalOf(late)}/demandes`);
    await sees('document expired', ofChild.getByText('Expiré', { exact: true }));
    await expectWords(ofChild, 'Était valable jusqu’au vendredi 20 novembre');
    await look(parent, 'hasparren-document-expire');
  });

  await step('the window of the Wednesdays of March has opened', async () => {
    const other = await comesToPlanning({ ...scene, device: phone }, guardian);
    await openWeek(other.page, guardian, '2027-03-01');
    await other.page.getByRole('button', { name: /^Mer. 3 mars · Choisir une formule/ }).waitFor();
  });
}
