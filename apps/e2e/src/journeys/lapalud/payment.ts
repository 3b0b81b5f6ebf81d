import { desk } from '../../browser/devices.ts';
import { look } from '../../browser/look.ts';
import { cell, portalOf } from '../../people/parent.ts';
import { openWeek } from '../../people/requests.ts';
import { arriveAsStaff, openFamily } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { daysOfTermsMs } from '../../site/mailbox.ts';
import { comesToPlanning, pictured, type TownScene } from '../town-scene.ts';
import { cast, type LapaludPart, office, wanted } from './cast.ts';

/** One day of the two is paid at the counter before its term. */
export async function payOneDay(scene: TownScene, part: LapaludPart): Promise<void> {
  const { step, sees, visits, mailbox } = scene;
  const { guardian } = part;
  const { child } = guardian;
  const [first] = wanted;

  await step('a day is paid at the counter: the service records it', async () => {
    const clerk = await visits.open(desk);
    await arriveAsStaff(clerk.page, office);
    await openFamily(clerk.page, 'Cécile Colin');
    const waiting = clerk.page.getByRole('region', { name: 'Demandes et paiements attendus' });
    const own = waiting.getByRole('listitem').filter({ hasText: part.known }).first();
    await own.getByRole('checkbox', { name: /8 décembre/ }).click();
    await own.getByLabel('Payé comment').fill('chèque n° 1234');
    await look(clerk, 'agent-marquer-paye');
    await own.getByRole('button', { name: 'Marquer payé' }).click();
    await mailbox.receive(guardian.email, /^Paiement reçu/);
  });

  await step('the day is booked', async () => {
    const parent = await comesToPlanning(scene, guardian);
    await openWeek(parent.page, guardian, '2026-12-07');
    await sees('booking confirmed', cell(parent.page, { ...first, child, state: 'Réservé' }));
  });
}

/** « Toutes réservations à l'A.L.P. non payées après le 25 de chaque mois feront l'objet d'une annulation. » */
export async function leaveUnpaid(scene: TownScene, { guardian }: LapaludPart): Promise<void> {
  const { step, sees } = scene;
  const { child } = guardian;
  const last = wanted[1];
  await step('S3-13 after the 25th, what is not paid is cancelled', async () => {
    const parent = await comesToPlanning(scene, guardian);
    const { page } = parent;
    await openWeek(page, guardian, '2026-12-07');
    const day = cell(page, { ...last, child, state: 'Non payé, annulé' });
    await sees('booking expired', day);
    await page.goto(`${portalOf(guardian)}/reservations/demandes`);
    const main = page.getByRole('main');
    await expectWords(main, /mar\. 8 déc\. Non payé à temps, annulé/);
    await look(parent, pictured(scene, 'lapalud-non-paye'));
  });
}

/** The reminder, then the end of the term. */
export async function letTheTermPass({ step, visits, mailbox }: TownScene): Promise<void> {
  const [{ guardian }] = cast as readonly [LapaludPart, ...LapaludPart[]];
  await step('two days before the term, who has not paid is reminded', async () => {
    await visits.passTimeTo('2026-11-24T00:05:00+01:00');
    await mailbox.receive(guardian.email, /^Réservation à payer avant le/, daysOfTermsMs);
  });
  await step('the term passes: the bookings are cancelled, and the family is told', async () => {
    await visits.passTimeTo('2026-11-26T00:05:00+01:00');
    await mailbox.receive(guardian.email, /^Réservation annulée faute de paiement/, daysOfTermsMs);
  });
}
