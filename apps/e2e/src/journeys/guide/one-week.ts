import { expect } from 'vitest';
import { look } from '../../browser/look.ts';
import type { Page } from 'playwright-core';
import {
  cell,
  closeSheet,
  leaf,
  openLegend,
  openTab,
  pendingCart,
  seesWeek,
  showChild,
  tapBlocked,
} from '../../people/parent.ts';
import { expectCount, expectWords } from '../../people/words.ts';
import { sees } from '../states.ts';
import { guardianArrives, pictureOf, type Scene } from './scene.ts';

const receipt = /^Vos réservations/;

/** « Inscription à la semaine » : look, choose, understand what is too late, validate. */
export async function bookAWeek(scene: Scene): Promise<void> {
  const { step } = scene;
  const parent = await step('S1-05 she is signed in with her password', () =>
    guardianArrives(scene),
  );
  const { page } = parent;
  await findTheWay(scene, page);

  await step('S1-16 the legend names every sign', async () => {
    await openLegend(page);
    const signs = ['Présent', 'Absent', 'Libre', 'Hors délai', 'En attente', 'Réservé'];
    for (const sign of [...signs, 'Annul. demandée', 'Refusé']) {
      await page.getByRole('main').getByText(sign, { exact: true }).waitFor();
    }
    await look(parent, pictureOf(scene, 'legende'));
  });

  await step('S1-17 the cart is empty, and says so', async () => {
    await page.goto('/o/val-de-lure/panier');
    await page.getByText('Votre panier est vide.').waitFor();
    await look(parent, pictureOf(scene, 'panier-vide'));
    await page.getByRole('link', { name: 'Choisir des jours' }).click();
  });

  await chooseDays(scene, page);
  await look(parent, pictureOf(scene, 'planning-panier-en-cours'));
  await meetLimits(scene, page);
  await look(parent, pictureOf(scene, 'mercredi-formule'));

  await step('S1-11 S1-19 S1-22 S1-23 the cart tells price, limit and reasons', async () => {
    await page.getByRole('link', { name: /^Vérifier/ }).click();
    await page.getByRole('heading', { name: 'Vérifier le panier' }).waitFor();
    for (const words of [
      `${scene.family.elder} · Périscolaire soir`,
      'Possible avant le mardi 17 novembre à 16 h 30 (délai de 48 h ouvrées).',
      "Possible jusqu'au mercredi 18 novembre inclus (délai de 5 jours ouvrés).",
      'Tarif pour un quotient familial de 560 (tranche de 500 à moins de 750) : 2,30 €.',
      '+ 14,40 €',
      'Rien n’est à payer maintenant',
    ]) {
      await expectWords(page.getByRole('main'), words);
    }
    await look(parent, pictureOf(scene, 'panier'));
  });

  await step('S1-19 the cart is validated: a receipt on the screen', async () => {
    await page.getByRole('button', { name: 'Valider le panier' }).click();
    await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
    await expectWords(page.getByRole('main'), '3 réservations');
    await look(parent, pictureOf(scene, 'confirmation'));
  });

  await step('and one receipt by e-mail, which leads back to it', async () => {
    const mail = await scene.mailbox.receive(scene.family.email, receipt);
    expect(mail.text.replaceAll(/\s+/g, ' ')).toContain(
      'À ajouter à votre prochaine facture : 14,40 €.',
    );
    await page.goto(`/dev/mail/${mail.id}`);
    await page.getByRole('link', { name: /\/confirmation\// }).click();
    await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
  });
}

/** « Il vous suffit de décocher les jours non souhaités puis valider votre panier. » */
export async function cancelADay(scene: Scene): Promise<void> {
  const { step, family } = scene;
  const parent = await guardianArrives(scene);
  const { page } = parent;
  const { thursdayEvening, fridayLunch } = daysOf(family.elder);

  await step('S1-21 unticking the day puts its cancellation in the cart', async () => {
    await showChild(page, family.elder);
    await cell(page, { ...thursdayEvening, state: 'Réservé' }).click();
    await cell(page, { ...thursdayEvening, state: 'À annuler' }).waitFor();
    await expectWords(pendingCart(page), '− 2,30 €');
    await look(parent, pictureOf(scene, 'planning-annulation'));
  });

  await step('S1-21 validating cancels it, free of charge', async () => {
    await page.getByRole('link', { name: /^Vérifier/ }).click();
    await expectWords(
      page.getByRole('main'),
      'Annulation sans frais : 2,30 € ne seront pas facturés.',
    );
    await look(parent, pictureOf(scene, 'panier-annulation'));
    await page.getByRole('button', { name: 'Valider le panier' }).click();
    await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
    await expectWords(page.getByRole('main'), '1 annulation');
    await page.getByRole('link', { name: 'Revenir au planning' }).click();
    await cell(page, { ...thursdayEvening, state: 'Libre' }).waitFor();
    await cell(page, { ...fridayLunch, state: 'Réservé' }).waitFor();
  });

  await step('each validation sent one e-mail, no more', async () => {
    await scene.mailbox.receive(family.email, /^Vos réservations/);
    const mails = await scene.mailbox.list(family.email, receipt);
    expect(mails).toHaveLength(2);
    expect(mails.filter(({ text }) => text.includes('Annulé'))).toHaveLength(1);
  });
}

function daysOf(child: string) {
  return {
    thursdayEvening: { service: 'Périscolaire soir', child, day: 'jeudi 19 novembre' },
    fridayLunch: { service: 'Restauration scolaire', child, day: 'vendredi 20 novembre' },
    tuesdayMorning: { service: 'Périscolaire matin', child, day: 'mardi 17 novembre' },
  };
}

async function findTheWay({ step, family }: Scene, page: Page): Promise<void> {
  const { thursdayEvening } = daysOf(family.elder);
  await step('S1-07 S1-15 the tab of the bookings shows the present week', async () => {
    await openTab(page, 'Mes réservations');
    await showChild(page, family.elder);
    await seesWeek(page, '16 – 20 novembre');
    const evenings = page.getByRole('group', { name: 'Périscolaire soir' }).getByRole('button');
    const days = (await evenings.allTextContents()).map((name) => name.split(', ')[2]);
    const weekdays = days.map((day) => day?.split(' ')[0]).filter((day) => day !== undefined);
    expect(weekdays).toEqual(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi']);
  });

  await step('S1-10 one service is selected, then one site, then everything again', async () => {
    const filter = page.getByRole('combobox', { name: 'Service / site' });
    await filter.selectOption({ label: 'Étude dirigée' });
    await page.getByRole('group', { name: 'Étude dirigée' }).waitFor();
    await expectCount(page.getByRole('group', { name: /^(Périscolaire|Restauration)/ }), 0);
    await filter.selectOption({ label: 'Site : ALSH Les Tilleuls' });
    await page.getByRole('button', { name: /^Mer. 18 nov./ }).waitFor();
    await expectCount(page.getByRole('group', { name: 'Étude dirigée' }), 0);
    await filter.selectOption({ label: 'Tous les services' });
    await page.getByRole('group', { name: 'Périscolaire matin' }).waitFor();
  });

  await step('S1-12 S1-18 service after service, for the child that is chosen', async () => {
    await showChild(page, family.younger);
    await cell(page, { ...thursdayEvening, child: family.younger }).waitFor();
    await expectCount(page.getByRole('group', { name: 'Étude dirigée' }), 0);
    await showChild(page, family.elder);
    for (const service of ['Périscolaire matin', 'Restauration scolaire', 'Étude dirigée']) {
      await page.getByRole('group', { name: service }).waitFor();
    }
  });

  await step('S1-14 S1-15 four weeks are leafed through, and back to today', async () => {
    for (const week of ['23 – 27 novembre', '30 nov. – 4 déc.', '7 – 11 décembre']) {
      await leaf(page, 'Semaine suivante', week);
    }
    await leaf(page, 'Semaine précédente', '30 nov. – 4 déc.');
    await page.getByRole('button', { name: 'Aujourd’hui' }).click();
    await seesWeek(page, '16 – 20 novembre');
  });
}

async function chooseDays({ step, family }: Scene, page: Page): Promise<void> {
  const { thursdayEvening, fridayLunch } = daysOf(family.elder);
  await step('S1-19 one click puts a day in the cart, with its price', async () => {
    await showChild(page, family.elder);
    await sees('cell free', cell(page, { ...thursdayEvening, state: 'Libre' }));
    await cell(page, { ...thursdayEvening, state: 'Libre' }).click();
    await cell(page, { ...thursdayEvening, state: 'À ajouter' }).waitFor();
    await expectWords(pendingCart(page), '+ 2,30 €');
    await expectWords(pendingCart(page), '1 ajout');
    await cell(page, { ...fridayLunch, state: 'Libre' }).click();
    await expectWords(pendingCart(page), '+ 5,40 €');
  });

  await step('the last change can be undone', async () => {
    await page.getByRole('button', { name: /^Défaire/ }).click();
    await cell(page, { ...fridayLunch, state: 'Libre' }).waitFor();
    await expectWords(pendingCart(page), '+ 2,30 €');
    await cell(page, fridayLunch).click();
    await cell(page, { ...fridayLunch, state: 'À ajouter' }).waitFor();
  });
}

async function meetLimits({ step, family }: Scene, page: Page): Promise<void> {
  const { tuesdayMorning } = daysOf(family.elder);
  await step('S1-22 S1-24 S1-29 past 48 working hours: since when, whom to call', async () => {
    await tapBlocked(cell(page, { ...tuesdayMorning, state: 'Hors délai' }));
    const sheet = page.getByRole('dialog', { name: 'Mardi 17 novembre' });
    for (const words of [
      'Le délai de 48 h ouvrées est dépassé depuis le vendredi 13 novembre à 7 h 30.',
      "Pour ajouter ce jour, contactez l'ALSH au 03 53 01",
      'Du lundi au vendredi, 9 h – 12 h',
    ]) {
      await expectWords(sheet, words);
    }
    await sheet.getByRole('link', { name: /^Appeler le 03 53 01/ }).waitFor();
    await sheet.getByRole('link', { name: 'Écrire à alsh@val-de-lure.example' }).waitFor();
    await closeSheet(sheet);
  });

  await step('S1-23 S1-24 past 5 working days, this Wednesday is no longer possible', async () => {
    await page.getByRole('button', { name: /^Mer. 18 nov. · Hors délai/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Mercredi 18 novembre' });
    await expectWords(sheet, 'Le délai de 5 jours ouvrés est dépassé');
    await expectWords(sheet, "contactez l'ALSH");
    await closeSheet(sheet);
  });

  await step('S1-19 S1-23 next Wednesday still is: one formula among three', async () => {
    await leaf(page, 'Semaine suivante', '23 – 27 novembre');
    await page.getByRole('button', { name: /^Mer. 25 nov. · Choisir une formule/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Mercredi 25 novembre' });
    await sheet.getByRole('radio', { name: /^Journée avec repas/ }).check();
    await sheet.getByRole('button', { name: 'Choisir' }).click();
    await page.getByRole('button', { name: /^Mer. 25 nov. · Journée avec repas/ }).waitFor();
    await expectWords(pendingCart(page), '+ 14,40 €');
    await expectWords(pendingCart(page), '3 ajouts');
  });
}
