import { describe, test } from 'vitest';
import { look } from './browser/look.ts';
import { desk, phone } from './browser/devices.ts';
import { openVisits } from './browser/visits.ts';
import { stepsOf } from './journeys/steps.ts';
import {
  cell,
  expectSavedCart,
  fillSignIn,
  leaf,
  openTab,
  pendingCart,
  seesWeek,
  signIn,
} from './people/parent.ts';
import { expectWords } from './people/words.ts';

const karim = { email: 'karim.haddad@example.org' };
const nadia = { email: 'nadia.benali@example.org' };
const elodie = { email: 'elodie.petit@example.org' };
const planning = '/api/family/planning';

describe('When things go wrong', () => {
  const visits = openVisits();

  test('the network goes away and comes back: no gesture is lost', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(phone);
    const { page } = parent;
    const friday = { service: 'Périscolaire matin', child: 'Sara', day: 'vendredi 27 novembre' };

    await step('the page says that the network is away, and keeps what is chosen', async () => {
      await signIn(page, nadia);
      await leaf(page, 'Semaine suivante', '23 – 27 novembre');
      await cell(page, { ...friday, state: 'Libre' }).waitFor();
      await parent.context.setOffline(true);
      await expectWords(page.getByRole('main'), 'Vous êtes hors ligne.');
      await cell(page, friday).click();
      await cell(page, { ...friday, state: 'À ajouter' }).waitFor();
      await expectWords(pendingCart(page), '1 ajout · en attente du réseau');
      await look(parent, 'planning-hors-ligne');
    });

    await step('it is saved as soon as the network is back', async () => {
      await parent.context.setOffline(false);
      await expectSavedCart(page, '+ 1,10 € 1 ajout');
      await page.reload();
      await seesWeek(page, '23 – 27 novembre');
      await cell(page, { ...friday, state: 'À ajouter' }).waitFor();
    });
  });

  test('a week that cannot be loaded says so and can be tried again', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(phone);
    const { page } = parent;

    await step('the service fails on the week that is asked for', async () => {
      await signIn(page, elodie);
      await page.route(`**${planning}?*`, (route) =>
        route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          json: {
            type: '/problems/internal',
            title: 'Internal',
            status: 500,
            code: 'internal',
            requestId: 'r-42',
          },
        }),
      );
      parent.faults.expect(500, planning);
      await page.goto('/o/val-de-lure/planning?semaine=2026-12-07');
      await expectWords(page.getByRole('alert'), 'La semaine n’a pas pu être chargée');
      await expectWords(page.getByRole('alert'), 'indiquez-nous cette référence : r-42.');
      await look(parent, 'planning-en-panne');
    });

    await step('trying again shows it', async () => {
      await page.unroute(`**${planning}?*`);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await seesWeek(page, '7 – 11 décembre');
      await page.getByRole('group', { name: 'Restauration scolaire' }).waitFor();
    });
  });

  test('a session ended from elsewhere comes back to the same place', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(phone);
    const other = await visits.open(desk);
    const { page } = parent;
    const thursday = { service: 'Périscolaire matin', child: 'Inès', day: 'jeudi 3 décembre' };
    const friday = { ...thursday, day: 'vendredi 4 décembre' };

    await step('a day of another week waits in the cart', async () => {
      await signIn(page, karim);
      await page.goto('/o/val-de-lure/planning?semaine=2026-11-30');
      await cell(page, { ...thursday, state: 'Libre' }).click();
      await expectWords(pendingCart(page), '1 ajout');
    });

    await step('his other device ends the session of this one', async () => {
      await signIn(other.page, karim);
      await openTab(other.page, 'Mon compte');
      const devices = other.page.getByRole('region', { name: 'Appareils connectés' });
      await look(other, 'compte-appareils');
      const itsPhone = devices.getByRole('button', { name: 'Déconnecter Chrome sur Android' });
      await itsPhone.click();
      await itsPhone.waitFor({ state: 'detached' });
    });

    await step('the next gesture leads to the sign-in, which promises to come back', async () => {
      parent.faults.allow(401);
      await cell(page, { ...friday, state: 'Libre' }).click();
      await page.getByRole('heading', { name: 'Connexion' }).waitFor();
      await expectWords(page.getByRole('main'), 'vous reviendrez à la même page.');
      await look(parent, 'connexion-retour');
    });

    await step('signed in again: the same week, and nothing of the cart is lost', async () => {
      await fillSignIn(page, karim);
      await seesWeek(page, '30 nov. – 4 déc.');
      await cell(page, { ...thursday, state: 'À ajouter' }).waitFor();
      await cell(page, { ...friday, state: 'À ajouter' }).waitFor();
      await expectWords(pendingCart(page), '2 ajouts');
    });
  });
});
