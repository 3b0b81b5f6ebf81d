import { describe, expect, test } from 'vitest';
import { look } from './browser/look.ts';
import { desk, phone } from './browser/devices.ts';
import { openVisits } from './browser/visits.ts';
import { stepsOf } from './journeys/steps.ts';
import { fillSignIn, openTab, expectHome } from './people/parent.ts';
import { inviteSomebodyNew, signInAsStaff } from './people/staff.ts';
import { expectWords } from './people/words.ts';
import { linkIn, openMailbox } from './site/mailbox.ts';

const sophie = { email: 'sophie.lambert@example.org', password: 'trottinette citron jeudi' };

describe('Lost passwords and old links', () => {
  const visits = openVisits();
  const mailbox = openMailbox(visits);

  test('a forgotten password is replaced by e-mail', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(phone);
    const { page } = parent;

    await step('a link is asked for, from the page of sign-in', async () => {
      await page.goto('/o/val-de-lure');
      await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
      await page.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor();
      await look(parent, 'mot-de-passe-oublie');
      await page.getByLabel('Adresse e-mail').fill(sophie.email);
      await page.getByRole('button', { name: 'Recevoir un lien' }).click();
      await expectWords(page.getByRole('status'), 'Consultez votre messagerie');
      await look(parent, 'mot-de-passe-oublie-envoye');
    });

    const link = await step('the e-mail arrives', async () =>
      linkIn(await mailbox.receive(sophie.email, /^Choisissez un nouveau mot de passe/)),
    );

    await step('a new password is chosen, and she is signed in', async () => {
      await page.goto(link);
      await page.getByRole('heading', { name: 'Choisir un nouveau mot de passe' }).waitFor();
      await look(parent, 'nouveau-mot-de-passe');
      await page.getByLabel('Nouveau mot de passe').fill(sophie.password);
      await page.getByRole('button', { name: 'Enregistrer et me connecter' }).click();
      await expectHome(page, 'Sophie');
      await mailbox.receive(sophie.email, /^Votre mot de passe a été changé/);
    });

    await step('the new password signs in, the old one no longer does', async () => {
      await openTab(page, 'Mon compte');
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.getByRole('heading', { name: 'Connexion' }).waitFor();
      parent.faults.expect(401, '/api/family/sign-in');
      await fillSignIn(page, { email: sophie.email });
      await expectWords(page.getByRole('alert'), 'Adresse e-mail ou mot de passe incorrect.');
      await fillSignIn(page, sophie);
      await expectHome(page, 'Sophie');
    });

    await step('the link does not serve twice, and says where to get another', async () => {
      parent.faults.expect(410, '/api/family/password-reset/confirm');
      await page.goto(link);
      await page.getByLabel('Nouveau mot de passe').fill('un deuxième essai');
      await page.getByRole('button', { name: 'Enregistrer et me connecter' }).click();
      await expectWords(page.getByRole('main'), 'Ce lien ne peut plus servir');
      await look(parent, 'nouveau-mot-de-passe-lien-servi');
      await page.getByRole('link', { name: 'Recevoir un nouveau lien' }).click();
      await page.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor();
    });
  });

  test('an activation link of another week offers a new one', async (context) => {
    const step = stepsOf(context);
    const office = await visits.open(desk);
    const parent = await visits.open(phone);
    const { page } = parent;

    const { email, link } = await step(
      'the office invites somebody for the first time',
      async () => {
        await signInAsStaff(office.page, 'accueil@val-de-lure.example');
        const email = await inviteSomebodyNew(office.page);
        return { email, link: linkIn(await mailbox.receive(email, /^Activez votre espace/)) };
      },
    );

    await step('eight days later the link has expired, and says so', async () => {
      await office.context.close();
      await visits.clock.show('2026-11-24T09:00:00+01:00');
      parent.faults.expect(410, '/api/family/activation/check');
      await page.goto(link);
      await expectWords(page.getByRole('main'), 'Ce lien a expiré');
      await look(parent, 'activation-lien-expire');
    });

    const fresh = await step('a new one is asked for in one click', async () => {
      await page.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
      await expectWords(page.getByRole('status'), 'Demande enregistrée');
      await look(parent, 'activation-lien-renouvele');
      return linkIn(await mailbox.receive(email, /^Activez votre espace/));
    });

    await step('the new one works', async () => {
      expect(fresh).not.toBe(link);
      await page.goto(fresh);
      await page.getByLabel('Nouveau mot de passe').fill('fenêtre orage violon');
      await page.getByRole('checkbox', { name: /conditions générales/ }).check();
      await page.getByRole('button', { name: 'Activer mon compte' }).click();
      await page.getByRole('heading', { name: /^Bonjour/, level: 1 }).waitFor();
    });

    await step('once used, it says so and leads to the sign-in', async () => {
      await page.goto(fresh);
      await expectWords(page.getByRole('main'), 'Ce lien a déjà servi');
      await look(parent, 'activation-lien-servi');
      await page.getByRole('link', { name: 'Se connecter' }).click();
    });
  });
});
