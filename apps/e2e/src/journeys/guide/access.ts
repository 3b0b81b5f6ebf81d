import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { look } from '../../browser/look.ts';
import type { Visitor } from '../../browser/visits.ts';
import { fillSignIn, keepSession } from '../../people/parent.ts';
import { expectWords } from '../../people/words.ts';
import { pictureOf, type Scene } from './scene.ts';

const invitation = /^Activez votre espace famille/;

/** « Un mail vous sera adressé, celui-ci contiendra un lien qui vous permettra d'activer votre compte. » */
export async function activateTheAccount(scene: Scene): Promise<void> {
  const { step, visits, family } = scene;
  const parent = await visits.open(scene.device);
  const { page } = parent;

  await step('S1-01 the link of the e-mail opens the page of activation', async () => {
    const mail = await scene.mailbox.receive(family.email, invitation);
    await page.goto(`/dev/mail/${mail.id}`);
    await page.getByRole('link', { name: /\/activation#/ }).click();
    await page.getByRole('heading', { name: 'Activer votre compte' }).waitFor();
    await expectWords(page.getByRole('main'), `Bonjour ${family.guardian}`);
    await expectWords(page.getByRole('main'), family.email);
    expect(new URL(page.url()).hash).toBe('');
    await look(parent, pictureOf(scene, 'activation'));
  });

  if (scene.device.name === 'phone') await choosePoorPasswords(scene, parent);

  await step('S1-05 a password can be pasted and shown', async () => {
    await parent.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), family.password);
    const password = page.getByLabel('Nouveau mot de passe');
    await password.selectText();
    await password.press('Control+V');
    await page.getByRole('button', { name: 'Afficher le mot de passe' }).click();
    expect(await password.inputValue()).toBe(family.password);
    expect(await password.getAttribute('type')).toBe('text');
  });

  await step('S1-03 the terms are read where they are accepted, and must be', async () => {
    await page.getByRole('button', { name: 'Activer mon compte' }).click();
    await expectWords(page.getByRole('main'), 'conditions générales d’utilisation');
    await look(parent, pictureOf(scene, 'activation-conditions-a-accepter'));
    await acceptTerms(page);
  });

  await step('S1-01 the account is active, and she is signed in at once', async () => {
    await page.getByRole('button', { name: 'Activer mon compte' }).click();
    await expectSignedIn(page);
    await keepSession(page, family);
  });
}

/** « Vous devrez renseigner votre adresse mail et créer un mot de passe. » */
export async function signInWithTheChosenPassword(scene: Scene): Promise<void> {
  const { step, visits, family } = scene;
  const parent = await visits.open(scene.device);
  const { page } = parent;
  await step('S1-05 another password than hers is refused', async () => {
    await page.goto('/o/val-de-lure');
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    parent.faults.expect(401, '/api/family/sign-in');
    await fillSignIn(page, { email: family.email, password: 'un autre mot de passe' });
    await expectWords(page.getByRole('alert'), 'Adresse e-mail ou mot de passe incorrect.');
    await look(parent, pictureOf(scene, 'connexion-refusee'));
  });
  await step('S1-05 with her address and the password she chose, she is at home', async () => {
    await fillSignIn(page, family);
    await expectSignedIn(page);
  });
}

async function choosePoorPasswords({ step }: Scene, parent: Visitor): Promise<void> {
  const { page } = parent;
  await step('the rules of the password are told first, a refusal says what to do', async () => {
    const password = page.getByLabel('Nouveau mot de passe');
    await expectWords(page.getByRole('main'), 'au moins 12 caractères');
    await password.fill('trop court');
    await acceptTerms(page);
    await page.getByRole('button', { name: 'Activer mon compte' }).click();
    await expectWords(page.getByRole('main'), 'Écrivez au moins 12 caractères.');
    await look(parent, 'activation-trop-court');
    parent.faults.expect(422, '/api/family/activation');
    await password.fill('motdepasse1234');
    await page.getByRole('button', { name: 'Activer mon compte' }).click();
    await expectWords(page.getByRole('alert'), 'Ce mot de passe est trop courant.');
    await look(parent, 'activation-trop-courant');
    await page.getByRole('checkbox', { name: /conditions générales/ }).uncheck();
  });
}

async function acceptTerms(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /conditions générales/ }).check();
}

async function expectSignedIn(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
}
