import { expect } from 'vitest';
import { look } from '../../browser/look.ts';
import { openRequest } from '../../people/inbox.ts';
import { cell, closeSheet, tapBlocked } from '../../people/parent.ts';
import { ask, openWeek, sendCart } from '../../people/requests.ts';
import { arriveAsStaff } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { comesToPlanning, pictured, secondsPass, type TownScene } from '../town-scene.ts';
import { type LapaludPart, office, wanted } from './cast.ts';

/** « Procédez aux réservations pour l'A.L.P. (matin-soir) du mois suivant. » */
export async function bookNextMonth(scene: TownScene, { guardian }: LapaludPart): Promise<void> {
  const { step, sees } = scene;
  const { child } = guardian;
  const parent = await comesToPlanning(scene, guardian);
  const { page } = parent;
  const main = page.getByRole('main');

  await step('S3-08 days of next month are asked for', async () => {
    await openWeek(page, guardian, '2026-12-07');
    for (const day of wanted) await ask(page, { ...day, child });
    await look(parent, pictured(scene, 'lapalud-mois-suivant'));
    await sendCart(page, 'Demandes envoyées');
    await expectWords(main, 'Réponse au plus tard le mercredi 18 novembre à 9 h');
    await look(parent, pictured(scene, 'lapalud-demandes-envoyees'));
  });

  await step('S3-08 the month after is not open yet: it says when', async () => {
    await openWeek(page, guardian, '2027-01-04');
    const january = { service: 'A.L.P. matin', child, day: 'lundi 4 janvier' };
    await sees('cell notOpenYet', cell(page, { ...january, state: 'Ouvre le 1er déc.' }));
  });

  await step('S3-10 after the 25th, at the service only', async () => {
    await openWeek(page, guardian, '2026-11-23');
    const day = { service: 'A.L.P. soir', child, day: 'jeudi 26 novembre', state: 'Hors délai' };
    await sees('cell staffOnly', cell(page, day));
    await tapBlocked(cell(page, day));
    const sheet = page.getByRole('dialog', { name: 'Jeudi 26 novembre' });
    await expectWords(sheet, 'Le délai du 25 du mois précédent est dépassé');
    await expectWords(sheet, 'contactez le service enfance-jeunesse au 03 53 01');
    await look(parent, pictured(scene, 'lapalud-apres-le-25'));
    await closeSheet(sheet);
  });

  await step('S3-11 the leisure centre: the procedure will be told in the news', async () => {
    await openWeek(page, guardian, '2026-12-21');
    const holidays = { service: 'A.L.S.H. extrascolaire', child };
    const closed = { ...holidays, day: 'vendredi 25 décembre', state: 'Férié' };
    await sees('cell holiday', cell(page, closed));
    const monday = { ...holidays, day: 'lundi 21 décembre', state: 'Pas encore ouvert' };
    await tapBlocked(cell(page, monday));
    const sheet = page.getByRole('dialog', { name: 'Lundi 21 décembre' });
    await expectWords(sheet, 'seront annoncées dans les actualités');
    await look(parent, pictured(scene, 'lapalud-pas-encore-annonce'));
    await sheet.getByRole('link', { name: 'Lire les actualités' }).click();
    await expectWords(main, 'A.L.S.H. et N.A.P.');
  });
}

/** « Vous recevrez une réponse du service enfance-jeunesse sous 48h (hors jour férié et week-end). » */
export async function receiveTheAnswer(scene: TownScene, part: LapaludPart): Promise<void> {
  const { step, sees, visits, device, mailbox } = scene;
  const { guardian, known } = part;
  const { child } = guardian;

  await step('S3-09 the service sees by when it answers, and accepts', async () => {
    const clerk = await visits.open(device);
    await arriveAsStaff(clerk.page, office);
    const request = { child: known, about: /2\sjours, 7\s–\s8\sdécembre/ };
    const panel = await openRequest(clerk.page, 'Réservations', request);
    await expectWords(panel, 'À répondre avant mercredi 9 h');
    await look(clerk, pictured(scene, 'agent-demande-lapalud'));
    await panel.getByRole('button', { name: 'Accepter 2 jours' }).click();
    await expectWords(clerk.page.getByRole('main'), '2 jours acceptés');
  });

  await step(
    'S3-09 the answer comes by the portal and by e-mail: to be paid before the 25th',
    async () => {
      await secondsPass(visits, 35);
      const mail = await mailbox.receive(guardian.email, /^Votre demande est acceptée/);
      expect(mail.text.replaceAll(/\s+/g, ' ')).toContain('avant le mercredi 25 novembre à minuit');
      const parent = await comesToPlanning(scene, guardian);
      await openWeek(parent.page, guardian, '2026-12-07');
      for (const day of wanted) {
        const toPay = cell(parent.page, { ...day, child, state: 'À payer d’ici au 25 nov.' });
        await sees('booking awaitingPayment', toPay);
      }
      await look(parent, pictured(scene, 'lapalud-a-payer'));
    },
  );
}
