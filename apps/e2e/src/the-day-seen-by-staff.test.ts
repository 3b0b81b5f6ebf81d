import { describe, expect, test } from 'vitest';
import { look } from './browser/look.ts';
import { desk, phone } from './browser/devices.ts';
import { openVisits } from './browser/visits.ts';
import { stepsOf } from './journeys/steps.ts';
import { cell, signIn, validateCart } from './people/parent.ts';
import { inviteSomebodyNew, openFamily, signInAsStaff } from './people/staff.ts';
import { expectCount, expectWords } from './people/words.ts';
import { openMailbox } from './site/mailbox.ts';

const nadia = { email: 'nadia.benali@example.org' };

describe('The day, seen by the staff', () => {
  const visits = openVisits();
  const mailbox = openMailbox(visits);

  test('a child booked by her mother is expected, with her allergies in words', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(phone);
    const office = await visits.open(desk);
    const { page } = office;

    await step('Nadia Benali books Thursday morning for Sara', async () => {
      await signIn(parent.page, nadia);
      const thursday = { service: 'Périscolaire matin', child: 'Sara', day: 'jeudi 19 novembre' };
      await cell(parent.page, { ...thursday, state: 'Libre' }).click();
      await validateCart(parent.page);
      await parent.page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
    });

    await step('the page of sign-in of the staff is not that of families', async () => {
      await page.goto('/staff/val-de-lure');
      await page.getByRole('heading', { name: 'Connexion' }).waitFor();
      await expectWords(page.getByRole('main'), 'Cet espace est réservé aux agents.');
      await look(office, 'agent-connexion');
    });

    await step('« Aujourd’hui » opens on the present day', async () => {
      await signInAsStaff(page, 'accueil@val-de-lure.example');
      await expectWords(page.getByRole('main'), 'École Jean-Moulin');
      await look(office, 'agent-aujourdhui');
    });

    await step('on Thursday Sara is expected in the morning', async () => {
      await page.getByLabel('Choisir une date').fill('2026-11-19');
      await expectWords(page.getByRole('heading', { level: 1 }), 'Jeudi 19 novembre');
      const school = page.getByRole('region', { name: 'École Jean-Moulin' });
      const morning = school.getByRole('group').filter({ hasText: 'Périscolaire matin' });
      const sara = morning.getByRole('listitem').filter({ hasText: 'Benali Sara' });
      await expectWords(sara, 'Allergies : Arachide, œuf, lait de vache, sésame (PAI)');
      await look(office, 'agent-jour-choisi');
    });

    await step('staff of one school see that school alone, and no family', async () => {
      const attendant = await visits.open(desk);
      await signInAsStaff(attendant.page, 'animation@val-de-lure.example');
      await expectWords(attendant.page.getByRole('main'), 'École Jean-Moulin');
      await expectCount(attendant.page.getByRole('region', { name: 'École Les Peupliers' }), 0);
      await expectCount(attendant.page.getByRole('link', { name: 'Familles' }), 0);
      await look(attendant, 'agent-une-ecole');
    });
  });

  test('the office invites a guardian who has no access yet', async (context) => {
    const step = stepsOf(context);
    const office = await visits.open(desk);
    const { page } = office;

    await step('the page of a family tells who has an access', async () => {
      await signInAsStaff(page, 'accueil@val-de-lure.example');
      await openFamily(page, 'Benali');
      const guardians = page.getByRole('region', { name: 'Responsables' });
      await expectWords(guardians, 'Actif');
      await expectCount(guardians.getByRole('button'), 0);
    });

    await step('an invitation leaves', async () => {
      const email = await inviteSomebodyNew(page);
      const mail = await mailbox.receive(email, /^Activez votre espace famille/);
      expect(mail.to).toEqual([email]);
      await look(office, 'agent-invitation');
    });

    await step('the account of the office: its own password, its own devices', async () => {
      await page.getByRole('link', { name: 'Mon compte' }).click();
      await page.getByRole('heading', { name: 'Mon compte' }).waitFor();
      await look(office, 'agent-compte');
      await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
      await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    });
  });
});
