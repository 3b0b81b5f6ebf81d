import type { Page } from 'playwright-core';
import { look } from '../../browser/look.ts';
import { openTab } from '../../people/parent.ts';
import { arriveAsStaff, openStaffTab } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { guardianArrives, pictureOf, type Scene } from './scene.ts';

const reason = 'La signature manque en page 2.';

/** « Un onglet Mes demandes permettant le transfert des différents documents administratifs. » */
export async function sendADocument(scene: Scene): Promise<void> {
  const { step, visits, family, mailbox } = scene;
  const parent = await guardianArrives(scene);
  const { page } = parent;
  const main = page.getByRole('main');

  await step('S1-09 the tab « Mes demandes »: nothing was sent yet', async () => {
    await openTab(page, 'Mes demandes');
    await page.getByRole('heading', { name: 'Mes demandes', level: 1 }).waitFor();
    await expectWords(main, 'Vous n’avez encore rien envoyé');
    await look(parent, pictureOf(scene, 'demandes-vide'));
    await page.getByRole('link', { name: 'Envoyer un document' }).click();
  });

  await step('S1-09 what misses is said, limits are told before', async () => {
    await page.getByRole('radio', { name: /^Dispense médicale/ }).check();
    await page.getByRole('radio', { name: new RegExp(`^${family.elder}`) }).check();
    await expectWords(main, 'PDF, ou photo JPEG, PNG, WebP');
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await look(parent, pictureOf(scene, 'demandes-formulaire'));
  });

  await step('S1-09 a file that is not what it says is refused by name', async () => {
    await chooseFile(page, 'certificat.pdf', Buffer.from('Ceci n’est pas un PDF.'));
    await expectWords(main, 'certificat.pdf');
    await expectWords(main, /PDF/);
    await look(parent, pictureOf(scene, 'demandes-fichier-refuse'));
    await page.getByRole('button', { name: /^(Retirer|Enlever).*certificat\.pdf/ }).click();
  });

  await step('S1-09 a photo of the dispensation is sent, with a word', async () => {
    await chooseFile(page, 'certificat.jpg', await page.screenshot({ type: 'jpeg' }));
    await page.getByLabel('Message (facultatif)').fill('Pas de piscine jusqu’à Noël.');
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await expectWords(main, 'Votre document est envoyé');
    await look(parent, pictureOf(scene, 'demandes-envoyee'));
  });

  const office = await visits.open(scene.device);
  const decision = scene.device.name === 'phone' ? 'accepted' : 'refused';

  await step('S1-09 the office reads it', async () => {
    await arriveAsStaff(office.page, 'accueil@val-de-lure.example');
    await openStaffTab(office.page, 'Demandes');
    const line = office.page
      .getByRole('link', { name: /Dispense médicale/ })
      .filter({ hasText: `${family.lastName} ${family.elder}` });
    await line.click();
    const panel = office.page.getByRole('region', { name: 'Dispense médicale' });
    await expectWords(panel, 'Pas de piscine jusqu’à Noël.');
    await panel.getByRole('img', { name: 'Contenu de certificat.jpg' }).waitFor();
    await look(office, pictureOf(scene, 'agent-demande'));
  });

  await step(`S1-09 the document is ${decision}`, async () => {
    if (decision === 'accepted') {
      await office.page.getByRole('button', { name: 'Accepter', exact: true }).click();
    } else {
      await office.page.getByRole('button', { name: 'Refuser…' }).click();
      await office.page.getByLabel('Motif du refus').fill(reason);
      await look(office, pictureOf(scene, 'agent-demande-refus'));
      await office.page.getByRole('button', { name: 'Refuser et prévenir la famille' }).click();
    }
    await mailbox.receive(family.email, /^Votre document (est|n’est pas) accepté/);
  });

  await step('S1-09 the parent sees the answer where she sent it', async () => {
    await page.goto('/o/val-de-lure/demandes');
    const card = page.getByRole('article', { name: /Dispense médicale/ });
    if (decision === 'accepted') await expectWords(card, 'Accepté');
    else await expectWords(card, reason);
    await look(parent, pictureOf(scene, 'demandes-reponse'));
  });
}

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg';
  await page.getByLabel('Fichiers à envoyer').setInputFiles({ name, mimeType, buffer });
}
