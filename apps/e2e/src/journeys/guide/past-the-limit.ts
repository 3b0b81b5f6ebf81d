import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { look } from '../../browser/look.ts';
import type { Visitor } from '../../browser/visits.ts';
import { cell, closeSheet, openTab, showChild, tapBlocked } from '../../people/parent.ts';
import { arriveAsStaff, openFamily } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { sees } from '../states.ts';
import { guardianArrives, pictureOf, type Scene } from './scene.ts';

const evening = { service: 'Périscolaire soir', day: 'mardi 17 novembre' };
const morning = { service: 'Périscolaire matin', day: 'mardi 17 novembre' };
const wednesday = { service: 'Journée avec repas', day: 'mercredi 18 novembre' };

/**
 * « Passés ces délais il vous sera impossible d'inscrire ou désinscrire vos enfants en ligne. Votre
 * solution : contacter l'ALSH. »
 */
export async function askTheService(scene: Scene): Promise<void> {
  const { step, visits, family } = scene;
  const child = family.elder;
  const parent = await guardianArrives(scene);
  const { page } = parent;

  await step('S1-24 S1-29 Tuesday evening is too late: whom to contact, and how', async () => {
    await showChild(page, child);
    await tapBlocked(cell(page, { ...evening, child, state: 'Hors délai' }));
    const sheet = page.getByRole('dialog', { name: 'Mardi 17 novembre' });
    await expectWords(sheet, "Pour ajouter ce jour, contactez l'ALSH au 03 53 01");
    await look(parent, pictureOf(scene, 'planning-hors-delai'));
    await closeSheet(sheet);
  });

  const office = await visits.open(scene.device);
  await addLate(scene, office);
  await step(
    'the guardian is told by e-mail what the service booked, and why it costs so',
    async () => {
      const mail = await scene.mailbox.receive(family.email, /^Vos réservations/);
      expect(mail.text.replaceAll(/\s+/g, ' ')).toContain('26,00 €');
    },
  );
  await cancelLate(scene, office);
  await readTheTrail(scene, office);

  await step('S1-25 the parent sees the day booked, and who did it', async () => {
    await page.reload();
    await cell(page, { ...evening, child, state: 'Réservé' }).waitFor();
    await openTab(page, 'Mon compte');
    await page.goto('/o/val-de-lure/historique');
    await expectWords(page.getByRole('main'), /service/i);
    await look(parent, pictureOf(scene, 'historique'));
  });
}

/** The consequence is read before anything is recorded. */
async function addLate(scene: Scene, office: Visitor): Promise<void> {
  const { step, family } = scene;
  const { page } = office;
  const child = family.elder;

  await step('the office opens the week of the family', async () => {
    await arriveAsStaff(page, 'accueil@val-de-lure.example');
    await openFamily(page, `${family.guardian} ${family.lastName}`);
    await cell(page, { ...evening, child }).waitFor();
    await look(office, pictureOf(scene, 'agent-famille-semaine'));
  });

  const sheet = page.getByRole('dialog', { name: 'Vérifier avant d’enregistrer' });
  await step(
    'S1-25 S1-27 evening, morning and Wednesday past the limit: what each costs',
    async () => {
      await sees('cell late', cell(page, { ...evening, child, state: 'Tarif majoré' }));
      for (const late of [evening, morning, wednesday])
        await cell(page, { ...late, child }).click();
      await check(page, '3 changements');
      await expectWords(sheet, /Périscolaire soir \+ 10,00 €/);
      await expectWords(sheet, /Périscolaire matin \+ 4,00 €/);
      await expectWords(sheet, /Journée avec repas \+ 12,00 €/);
      await expectWords(sheet, 'Sur la prochaine facture + 26,00 €');
      await look(office, pictureOf(scene, 'agent-ajout-hors-delai'));
    },
  );

  await step('S1-25 S1-27 recorded with a note, once', async () => {
    await sheet.getByLabel('Note (facultatif)').fill('Demandé au téléphone lundi matin.');
    await sheet.getByRole('button', { name: 'Enregistrer 3 changements' }).dblclick();
    const receipt = page.getByRole('dialog', { name: 'C’est enregistré' });
    await expectWords(receipt, '+ 26,00 €');
    await closeSheet(receipt);
    for (const late of [evening, morning, wednesday]) {
      await sees('booking confirmed', cell(page, { ...late, child, state: 'Réservé' }));
    }
  });
}

/** « Une annulation vous sera facturée le prix du service. » */
async function cancelLate(scene: Scene, office: Visitor): Promise<void> {
  const { step, family } = scene;
  const { page } = office;
  const child = family.elder;
  await step('S1-26 S1-28 cancelled late, both stay billed: said before it is done', async () => {
    for (const late of [morning, wednesday]) await cell(page, { ...late, child }).click();
    await check(page, '2 changements');
    const sheet = page.getByRole('dialog', { name: 'Vérifier avant d’enregistrer' });
    for (const words of [
      `Annuler : ${child}, Périscolaire matin 0,00 € Mardi 17 novembre Annulation hors délai : 4,00 € restent facturés.`,
      `Annuler : ${child}, Mercredi – Journée avec repas 0,00 € Mercredi 18 novembre Annulation hors délai : 12,00 € restent facturés.`,
    ]) {
      await expectWords(sheet, words);
    }
    await look(office, pictureOf(scene, 'agent-annulation-hors-delai'));
    await sheet.getByRole('button', { name: 'Enregistrer 2 changements' }).click();
    await closeSheet(page.getByRole('dialog', { name: 'C’est enregistré' }));
    for (const late of [morning, wednesday]) {
      const billed = cell(page, { ...late, child, state: 'Annulé, facturé' });
      await sees('booking cancelledLate', billed);
    }
  });
}

/** Who, when, by which rule, at which price. */
async function readTheTrail(scene: Scene, office: Visitor): Promise<void> {
  const { page } = office;
  const child = scene.family.elder;
  await scene.step('the trail of a booking: who, when, which rule, which price', async () => {
    await cell(page, { ...morning, child }).focus();
    await page.getByRole('button', { name: 'Historique de ce jour' }).click();
    const trail = page.getByRole('dialog', { name: 'Historique de la réservation' });
    for (const words of ['Marc Lefort', 'par le service', 'Demandé au téléphone lundi matin.']) {
      await expectWords(trail, words);
    }
    await expectWords(trail, 'Règlement appliqué');
    await look(office, pictureOf(scene, 'agent-historique-reservation'));
    await closeSheet(trail);
  });
}

async function check(page: Page, count: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Changements à enregistrer' });
  await expectWords(bar, count);
  await bar.getByRole('button', { name: 'Vérifier' }).click();
}
