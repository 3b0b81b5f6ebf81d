import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { look } from './browser/look.ts';
import { desk, openVisits, phone } from './browser/visits.ts';
import { livedInstructions, stepsOf } from './journeys/steps.ts';
import { owedInstructions } from './journeys/instructions.ts';
import {
  cell,
  fillSignIn,
  openTab,
  pendingCart,
  seesWeek,
  showChild,
  tapBlocked,
  expectPlanning,
} from './people/parent.ts';
import { findGuardian, signInAsStaff } from './people/staff.ts';
import { expectCount, expectWords } from './people/words.ts';
import { openMailbox } from './site/mailbox.ts';
import { report } from './site/places.ts';

const julie = { email: 'julie.moreau@example.org', password: 'parapluie girafe mardi' };
const invitation = /^Activez votre espace famille/;
const receipt = /^Vos réservations/;

const thursdayEvening = { service: 'Périscolaire soir', child: 'Malo', day: 'jeudi 19 novembre' };
const fridayLunch = {
  service: 'Restauration scolaire',
  child: 'Malo',
  day: 'vendredi 20 novembre',
};

describe('From the activation e-mail to a cancelled day', () => {
  const visits = openVisits();
  const mailbox = openMailbox(visits.siteUrl);

  test('Julie Moreau lives the guide of Val-de-Lure on her phone', async (context) => {
    const step = stepsOf(context);
    const office = await visits.open(desk);
    const parent = await visits.open(phone);
    const { page } = parent;

    await step('S1-01 the activation link was sent in summer', async () => {
      await mailbox.receive(julie.email, invitation);
    });

    await step('S1-01 the office sends the activation link again', async () => {
      await signInAsStaff(office.page, 'accueil@val-de-lure.example');
      const line = await findGuardian(office.page, 'Moreau Julie');
      await line.getByText('Invité', { exact: true }).waitFor();
      await line.getByRole('button', { name: 'Renvoyer l’invitation à Julie Moreau' }).click();
      await expectWords(line.getByRole('status'), `Invitation envoyée à ${julie.email}`);
      await look(office, 'agent-familles');
    });

    await step('S1-01 the link of the e-mail opens the page of activation', async () => {
      const mail = await mailbox.receive(julie.email, invitation);
      await page.goto(`/dev/mail/${mail.id}`);
      await page.getByRole('link', { name: /\/activation#/ }).click();
      await page.getByRole('heading', { name: 'Activer votre compte' }).waitFor();
      await expectWords(page.getByRole('main'), `Bonjour Julie`);
      await expectWords(page.getByRole('main'), julie.email);
      expect(new URL(page.url()).hash).toBe('');
      await look(parent, 'activation');
    });

    await step(
      'the rules of the password are told first, and a refusal says what to do',
      async () => {
        const password = page.getByLabel('Nouveau mot de passe');
        await expectWords(page.getByRole('main'), 'au moins 12 caractères');
        await password.fill('trop court');
        await page.getByRole('button', { name: 'Activer mon compte' }).click();
        await expectWords(page.getByRole('main'), 'Écrivez au moins 12 caractères.');
        await look(parent, 'activation-trop-court');
        parent.faults.expect(422, '/api/family/activation');
        await password.fill('motdepasse1234');
        await page.getByRole('button', { name: 'Activer mon compte' }).click();
        await expectWords(page.getByRole('alert'), 'Ce mot de passe est trop courant.');
        await look(parent, 'activation-trop-courant');
      },
    );

    await step('a password can be pasted, shown, and signs in at once', async () => {
      await parent.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate((text) => navigator.clipboard.writeText(text), julie.password);
      const password = page.getByLabel('Nouveau mot de passe');
      await password.selectText();
      await password.press('Control+V');
      await page.getByRole('button', { name: 'Afficher le mot de passe' }).click();
      expect(await password.inputValue()).toBe(julie.password);
      expect(await password.getAttribute('type')).toBe('text');
      await page.getByRole('button', { name: 'Activer mon compte' }).click();
      await expectPlanning(page, 'Malo');
    });

    await step('S1-07 S1-15 the tab of the planning shows the present week', async () => {
      const tab = page.getByRole('link', { name: 'Planning', exact: true });
      expect(await tab.getAttribute('aria-current')).toBe('page');
      await seesWeek(page, '16 – 20 novembre');
      const evenings = page.getByRole('group', { name: 'Périscolaire soir' }).getByRole('button');
      const days = (await evenings.allTextContents()).map((name) => name.split(', ')[2]);
      const weekdays = days.map((day) => day?.split(' ')[0]);
      expect(weekdays).toEqual(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi']);
      await look(parent, 'planning-semaine');
    });

    await step('S1-12 S1-18 service after service, for the child that is chosen', async () => {
      await showChild(page, 'Jeanne');
      await cell(page, { ...thursdayEvening, child: 'Jeanne' }).waitFor();
      await expectCount(page.getByRole('group', { name: 'Étude dirigée' }), 0);
      await showChild(page, 'Malo');
      for (const service of ['Périscolaire matin', 'Restauration scolaire', 'Étude dirigée']) {
        await page.getByRole('group', { name: service }).waitFor();
      }
    });

    await step('S1-14 S1-15 four weeks are leafed through, and back to today', async () => {
      for (const week of ['23 – 27 novembre', '30 nov. – 4 déc.', '7 – 11 décembre']) {
        await page.getByRole('button', { name: 'Semaine suivante' }).click();
        await seesWeek(page, week);
      }
      await page.getByRole('button', { name: 'Semaine précédente' }).click();
      await seesWeek(page, '30 nov. – 4 déc.');
      await page.getByRole('button', { name: 'Aujourd’hui' }).click();
      await seesWeek(page, '16 – 20 novembre');
    });

    await step('S1-16 the legend names every sign', async () => {
      await page.getByRole('link', { name: 'Comprendre les couleurs et les signes' }).click();
      await page.getByRole('heading', { name: 'Comprendre le planning' }).waitFor();
      const signs = ['Présent', 'Absent', 'Libre', 'Hors délai', 'En attente', 'Réservé'];
      for (const sign of [...signs, 'Annul. demandée', 'Refusé']) {
        await page.getByRole('main').getByText(sign, { exact: true }).waitFor();
      }
      await look(parent, 'legende');
    });

    await step('S1-17 the cart is empty, and says so', async () => {
      await openTab(page, 'Panier');
      await page.getByText('Votre panier est vide.').waitFor();
      await look(parent, 'panier-vide');
      await page.getByRole('link', { name: 'Choisir des jours' }).click();
    });

    await step('S1-19 one click puts a day in the cart, with its price', async () => {
      await cell(page, { ...thursdayEvening, state: 'Libre' }).click();
      await cell(page, { ...thursdayEvening, state: 'À ajouter' }).waitFor();
      await expectWords(pendingCart(page), '+ 2,30 €');
      await expectWords(pendingCart(page), '1 ajout');
      await cell(page, { ...fridayLunch, state: 'Libre' }).click();
      await expectWords(pendingCart(page), '+ 5,40 €');
      await look(parent, 'planning-panier-en-cours');
    });

    await step('the last change can be undone', async () => {
      await page.getByRole('button', { name: 'Défaire le dernier changement' }).click();
      await cell(page, { ...fridayLunch, state: 'Libre' }).waitFor();
      await expectWords(pendingCart(page), '+ 2,30 €');
      await cell(page, fridayLunch).click();
      await cell(page, { ...fridayLunch, state: 'À ajouter' }).waitFor();
    });

    await step(
      'S1-22 S1-24 S1-29 past 48 working hours: since when, whom to call, and when',
      async () => {
        const tuesdayMorning = {
          service: 'Périscolaire matin',
          child: 'Malo',
          day: 'mardi 17 novembre',
        };
        await tapBlocked(cell(page, { ...tuesdayMorning, state: 'Hors délai' }));
        const sheet = page.getByRole('dialog', { name: 'Mardi 17 novembre' });
        await expectWords(
          sheet,
          'Le délai de 48 h ouvrées est dépassé depuis le vendredi 13 novembre à 7 h 30.',
        );
        await expectWords(sheet, "Pour ajouter ce jour, contactez l'ALSH au 03 53 01");
        await expectWords(sheet, 'Du lundi au vendredi, 9 h – 12 h');
        await sheet.getByRole('link', { name: /^Appeler le 03 53 01/ }).waitFor();
        await sheet.getByRole('link', { name: 'Écrire à alsh@val-de-lure.example' }).waitFor();
        await look(parent, 'planning-hors-delai');
        await sheet.getByRole('button', { name: 'Fermer' }).last().click();
        await sheet.waitFor({ state: 'detached' });
      },
    );

    await step(
      'S1-23 S1-24 past 5 working days, this Wednesday is no longer possible online',
      async () => {
        await page.getByRole('button', { name: /^Mer. 18 nov. · Hors délai/ }).click();
        const sheet = page.getByRole('dialog', { name: 'Mercredi 18 novembre' });
        await expectWords(sheet, 'Le délai de 5 jours ouvrés est dépassé');
        await expectWords(sheet, "contactez l'ALSH");
        await look(parent, 'mercredi-hors-delai');
        await sheet.getByRole('button', { name: 'Fermer' }).last().click();
      },
    );

    await step(
      'S1-19 S1-23 next Wednesday is still possible: one formula among three',
      async () => {
        await page.getByRole('button', { name: 'Semaine suivante' }).click();
        await seesWeek(page, '23 – 27 novembre');
        await page.getByRole('button', { name: /^Mer. 25 nov. · Choisir une formule/ }).click();
        const sheet = page.getByRole('dialog', { name: 'Mercredi 25 novembre' });
        await sheet.getByRole('radio', { name: /^Journée avec repas/ }).check();
        await look(parent, 'mercredi-formules');
        await sheet.getByRole('button', { name: 'Choisir' }).click();
        await page.getByRole('button', { name: /^Mer. 25 nov. · Journée avec repas/ }).waitFor();
        await expectWords(pendingCart(page), '+ 14,40 €');
        await expectWords(pendingCart(page), '3 ajouts');
      },
    );

    await step('S1-11 S1-19 the cart tells price, limit and reason of each line', async () => {
      await page.getByRole('link', { name: 'Vérifier' }).click();
      await page.getByRole('heading', { name: 'Vérifier le panier' }).waitFor();
      const cart = page.getByRole('main');
      await expectWords(cart, 'Malo · Périscolaire soir');
      await expectWords(
        cart,
        'Possible avant le mardi 17 novembre à 16 h 30 (délai de 48 h ouvrées).',
      );
      await expectWords(
        cart,
        "Possible jusqu'au mercredi 18 novembre inclus (délai de 5 jours ouvrés).",
      );
      await expectWords(
        cart,
        'Tarif pour un quotient familial de 560 (tranche de 500 à moins de 750) : 2,30 €.',
      );
      await expectWords(cart, '+ 14,40 €');
      await expectWords(cart, 'Rien n’est à payer maintenant');
      await look(parent, 'panier');
    });

    await step('S1-19 the cart is validated: a receipt on the screen', async () => {
      await page.getByRole('button', { name: 'Valider le panier' }).click();
      await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
      await expectWords(page.getByRole('main'), '3 réservations');
      await look(parent, 'confirmation');
    });

    await step('and one receipt by e-mail, which leads back to it', async () => {
      const mail = await mailbox.receive(julie.email, receipt);
      expect(mail.text.replaceAll(/\s+/g, ' ')).toContain(
        'À ajouter à votre prochaine facture : 14,40 €.',
      );
      await page.goto(`/dev/mail/${mail.id}`);
      await page.getByRole('link', { name: /\/confirmation\// }).click();
      await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
      await page.getByRole('link', { name: 'Revenir au planning' }).click();
      await cell(page, { ...thursdayEvening, state: 'Réservé' }).waitFor();
    });

    await step('S1-21 unticking the day and validating cancels it, free of charge', async () => {
      await cell(page, thursdayEvening).click();
      await cell(page, { ...thursdayEvening, state: 'À annuler' }).waitFor();
      await expectWords(pendingCart(page), '− 2,30 €');
      await look(parent, 'planning-annulation');
      await page.getByRole('link', { name: 'Vérifier' }).click();
      await expectWords(
        page.getByRole('main'),
        'Annulation sans frais : 2,30 € ne seront pas facturés.',
      );
      await look(parent, 'panier-annulation');
      await page.getByRole('button', { name: 'Valider le panier' }).click();
      await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
      await expectWords(page.getByRole('main'), '1 annulation');
      await page.getByRole('link', { name: 'Revenir au planning' }).click();
      await cell(page, { ...thursdayEvening, state: 'Libre' }).waitFor();
      await cell(page, { ...fridayLunch, state: 'Réservé' }).waitFor();
    });

    await step('each validation sent one e-mail, no more', async () => {
      const mail = await mailbox.receive(julie.email, receipt);
      expect(mail.text).toContain('Annulé');
      expect(await mailbox.list(julie.email, receipt)).toHaveLength(2);
    });

    await step('S1-29 the account tells whom to contact; signing out leaves nothing', async () => {
      await openTab(page, 'Mon compte');
      await expectWords(
        page.getByRole('region', { name: 'Contacter le service' }),
        'Appeler le 03 53 01',
      );
      await look(parent, 'compte');
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.getByRole('heading', { name: 'Connexion' }).waitFor();
      await look(parent, 'connexion');
    });

    await step(
      'S1-05 she signs in with her e-mail address and the password she chose',
      async () => {
        parent.faults.expect(401, '/api/family/sign-in');
        await fillSignIn(page, { email: julie.email, password: 'un autre mot de passe' });
        await expectWords(page.getByRole('alert'), 'Adresse e-mail ou mot de passe incorrect.');
        await look(parent, 'connexion-refusee');
        await fillSignIn(page, julie);
        await cell(page, { ...fridayLunch, state: 'Réservé' }).waitFor();
      },
    );
  });

  test('every instruction that can be lived was lived', () => {
    const owed = Object.keys(owedInstructions);
    const passed = livedInstructions();
    writeFileSync(path.join(report, 'instructions.json'), `${JSON.stringify({ owed, passed })}\n`);
    expect(passed).toEqual(owed);
  });
});
