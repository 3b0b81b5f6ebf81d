import { expect } from 'vitest';
import { desk, phone } from '../../browser/devices.ts';
import { look } from '../../browser/look.ts';
import { openRequest, takeBack } from '../../people/inbox.ts';
import { cell, portalOf } from '../../people/parent.ts';
import { openWeek, save } from '../../people/requests.ts';
import { arriveAsStaff } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { comesToPlanning, secondsPass, type TownScene } from '../town-scene.ts';
import { cast } from './cast.ts';
import { asked } from './planning.ts';

const office = 'guichet@hasparren.example';
const director = 'direction@hasparren.example';
const [amaia, elaia] = cast.map(({ parent }) => parent);
const [monday, tuesday] = asked;
const ofAmaia = { child: 'Etcheverry Amaia, CE1', about: /2\sjours, 30\snovembre/ };
const ofElaia = { child: 'Etcheverry Elaia, CM1', about: /2\sjours, 30\snovembre/ };

/** An answer taken back in time; two clerks with the same request before their eyes. */
export async function answerOnce(scene: TownScene): Promise<void> {
  const { step, visits } = scene;
  const clerk = await visits.open(desk);
  const colleague = await visits.open(desk);
  const main = clerk.page.getByRole('main');

  await step('the request of a family, and what each day meets', async () => {
    await arriveAsStaff(clerk.page, office);
    const panel = await openRequest(clerk.page, 'Réservations', ofAmaia);
    await expectWords(panel, 'À répondre avant mercredi 9 h');
    await look(clerk, 'agent-demande-reservation');
    await panel.getByRole('button', { name: 'Accepter 2 jours' }).click();
    await expectWords(main, '2 jours acceptés');
  });

  await step('a slip is taken back before the family is told', async () => {
    await takeBack(clerk.page);
    await expectWords(main, 'Réponse annulée');
  });

  await step('two clerks answer the same request: one wins, the other is told who', async () => {
    await arriveAsStaff(colleague.page, director);
    const theirs = await openRequest(colleague.page, 'Réservations', ofAmaia);
    const panel = await openRequest(clerk.page, 'Réservations', ofAmaia);
    await panel.getByRole('button', { name: 'Accepter 2 jours' }).click();
    await expectWords(main, '2 jours acceptés');
    await theirs.getByRole('button', { name: 'Accepter 2 jours' }).click();
    const told = colleague.page.getByRole('main');
    await expectWords(told, '2 jours n’ont pas changé');
    await expectWords(told, 'Pantxo Lahargue est passé avant vous');
    await look(colleague, 'agent-demande-deja-repondue');
  });
}

/** One day refused, the other accepted: what the family reads. */
export async function answerDayByDay(scene: TownScene): Promise<void> {
  const { step, sees, visits, mailbox } = scene;
  if (!elaia) throw new Error('Nobody asked for anything');
  const clerk = await visits.open(desk);

  await step('one day is refused with a reason, the other accepted', async () => {
    const { page } = clerk;
    await arriveAsStaff(page, office);
    const panel = await openRequest(page, 'Réservations', ofElaia);
    await panel.getByRole('checkbox', { name: /1er décembre/ }).click();
    await panel.getByRole('button', { name: 'Refuser…' }).click();
    await panel.getByRole('button', { name: 'Encadrement' }).click();
    await look(clerk, 'agent-demande-refusee');
    await panel.getByRole('button', { name: 'Refuser 1 jour' }).click();
    await expectWords(page.getByRole('main'), '1 jour refusé');
    const rest = await openRequest(page, 'Réservations', {
      ...ofElaia,
      about: /1er\sdécembre|30\snovembre/,
    });
    const box = rest.getByRole('checkbox', { name: /1er décembre/ });
    if (!(await box.isChecked())) await box.click();
    await rest.getByRole('button', { name: 'Accepter 1 jour' }).click();
    await expectWords(page.getByRole('main'), '1 jour accepté');
  });

  const parent = await comesToPlanning({ ...scene, device: phone }, elaia);
  const { page } = parent;
  await step('the family is told, and reads why', async () => {
    await secondsPass(visits, 35);
    await mailbox.receive(elaia.email, /^Votre demande/);
    await openWeek(page, elaia, '2026-11-30');
    await cell(page, { ...tuesday, child: elaia.child, state: 'Réservé' }).waitFor();
    const refused = cell(page, { ...monday, child: elaia.child, state: 'Refusé' });
    await sees('booking refused', refused);
    await refused.click();
    const sheet = page.getByRole('dialog', { name: 'Lundi 30 novembre' });
    await expectWords(sheet, 'Nous ne pouvons pas assurer l’encadrement ce jour-là.');
    await look(parent, 'hasparren-refuse');
    await sheet
      .getByRole('button', { name: /^(Retour|Fermer)$/ })
      .last()
      .click();
  });
}

/** A cancellation is asked for too, and answered. */
export async function cancelADay(scene: TownScene): Promise<void> {
  const { step, sees, visits, mailbox } = scene;
  if (!amaia) throw new Error('Nobody asked for anything');
  const parent = await comesToPlanning({ ...scene, device: phone }, amaia);
  const { page } = parent;
  const day = { ...monday, child: amaia.child };

  await step('a booked day is given back: the service answers first', async () => {
    await openWeek(page, amaia, '2026-11-30');
    await cell(page, { ...day, state: 'Réservé' }).click();
    await cell(page, { ...day, state: 'À annuler' }).waitFor();
    await save(page, 'Demande envoyée');
    await openWeek(page, amaia, '2026-11-30');
    await sees('booking cancellationRequested', cell(page, { ...day, state: 'Annul. demandée' }));
  });

  await step('the service accepts, and the day is free again', async () => {
    const clerk = await visits.open(desk);
    await arriveAsStaff(clerk.page, office);
    const request = { child: ofAmaia.child, about: /lundi\s30\snovembre.*Annulation/ };
    const panel = await openRequest(clerk.page, 'Réservations', request);
    await panel.getByRole('button', { name: 'Accepter 1 jour' }).click();
    await expectWords(clerk.page.getByRole('main'), '1 jour accepté');
    await secondsPass(visits, 35);
    const answers = () => mailbox.list(amaia.email, /^Votre annulation est acceptée/);
    const told = async () =>
      (await answers()).some(({ text }) => text.includes('Annulation acceptée'));
    await expect.poll(told, { timeout: 15_000 }).toBe(true);
    await openWeek(page, amaia, '2026-11-30');
    await cell(page, { ...day, state: 'Demander' }).waitFor();
    await page.goto(`${portalOf(amaia)}/reservations/demandes`);
    await sees('booking cancelled', page.getByText('Annulation acceptée', { exact: true }));
  });
}
