import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { desk } from '../../browser/devices.ts';
import { look } from '../../browser/look.ts';
import { arriveAsStaff, findFamily, openFound, openStaffTab } from '../../people/staff.ts';
import { expectCount, expectWords } from '../../people/words.ts';
import type { Scene } from './scene.ts';

const office = 'accueil@val-de-lure.example';

/** « Un mail vous sera adressé durant cet été » : to a family that waits for it since. */
export async function sendTheInvitationAgain(scene: Scene): Promise<void> {
  const { step, family, visits } = scene;
  const agent = await visits.open(scene.device);
  const { page } = agent;

  await step('S1-01 the activation link was sent in summer', async () => {
    await scene.mailbox.receive(family.email, /^Activez votre espace famille/);
  });

  await step('S1-01 the family is found as one types, and says that it was invited', async () => {
    await arriveAsStaff(page, office);
    await openStaffTab(page, 'Familles');
    await look(agent, 'agent-familles');
    await findFamily(page, `${family.guardian} ${family.lastName}`.toLowerCase());
    await look(agent, 'agent-familles-recherche');
    await openFound(page);
    await look(agent, 'agent-famille');
  });

  await step('S1-01 the office sends the activation link again', async () => {
    await page
      .getByRole('button', {
        name: `Renvoyer l’invitation à ${family.guardian} ${family.lastName}`,
      })
      .click();
    await expectWords(page.getByRole('main'), 'Invitation envoyée');
  });
}

/** A family that is new in town: its file on paper is typed in, then it is invited. */
export async function registerTheFamily(scene: Scene): Promise<void> {
  const { step, family, visits } = scene;
  const agent = await visits.open(desk);
  const { page } = agent;

  await step('the office opens the form of a new family, which says what misses', async () => {
    await arriveAsStaff(page, office);
    await openStaffTab(page, 'Familles');
    await page.getByRole('link', { name: 'Nouvelle famille' }).click();
    await page.getByRole('heading', { name: 'Nouvelle famille' }).waitFor();
    await look(agent, 'agent-nouvelle-famille');
    await page.getByRole('button', { name: 'Enregistrer la famille' }).click();
    await expectWords(page.getByRole('alert').first(), 'Rien n’est encore enregistré');
    await look(agent, 'agent-nouvelle-famille-erreurs');
  });

  await step('a guardian and two children are typed in', async () => {
    const guardian = page.getByRole('group', { name: 'Responsable 1' });
    await fillPerson(guardian, family.guardian, family.lastName);
    await guardian.getByLabel('Adresse e-mail').fill(family.email);
    await guardian.getByLabel('Téléphone (facultatif)').fill('06 39 98 12 34');
    const elder = page.getByRole('group', { name: 'Enfant 1' });
    await fillPerson(elder, family.elder, family.lastName);
    await elder.getByLabel('Date de naissance').fill('2020-03-12');
    await elder.getByLabel('Classe (facultatif)').fill('CP');
    await page.getByRole('button', { name: 'Ajouter un enfant' }).click();
    const younger = page.getByRole('group', { name: 'Enfant 2' });
    await fillPerson(younger, family.younger, family.lastName);
    await younger.getByLabel('Date de naissance').fill('2021-06-30');
    await younger.getByLabel('Classe (facultatif)').fill('GS');
    await page.getByLabel('Nouveau quotient familial (facultatif)').fill('560');
    await page.getByRole('button', { name: 'Enregistrer la famille' }).dblclick();
    await page.getByRole('heading', { name: new RegExp(family.lastName), level: 1 }).waitFor();
  });

  await step('children are enrolled for the school year, site by site', async () => {
    for (const child of [family.elder, family.younger]) await enrol(page, child);
    await expectWords(page.getByRole('main'), 'Périscolaire École Jean-Moulin Inscrit');
    await look(agent, 'agent-nouvelle-famille-fiche');
  });

  await step('S1-01 nobody is invited before the file is complete', async () => {
    const invite = page.getByRole('button', { name: /^Inviter/ });
    expect(await invite.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Marquer complet' }).click();
    await expectWords(page.getByRole('main'), 'Dossier complet');
  });

  await step('S1-01 the activation link leaves, once', async () => {
    await page.getByRole('button', { name: /^Inviter/ }).click();
    await expectWords(page.getByRole('main'), 'Invitation envoyée');
  });

  await step('the new family is found by the first name of a child, once', async () => {
    await openStaffTab(page, 'Familles');
    await findFamily(page, `${family.elder.slice(0, 3)} rouss`);
    await expectCount(page.getByRole('link', { name: new RegExp(family.lastName) }), 1);
  });
}

async function fillPerson(group: Locator, firstName: string, lastName: string): Promise<void> {
  await group.getByLabel('Prénom').fill(firstName);
  await group.getByLabel('Nom', { exact: true }).fill(lastName);
}

async function enrol(page: Page, child: string): Promise<void> {
  await page.getByRole('button', { name: `Inscrire à un accueil ${child}` }).click();
  const sheet = page.getByRole('dialog', { name: `Inscrire ${child}` });
  for (const site of ['École Jean-Moulin', 'ALSH Les Tilleuls']) {
    const choices = sheet.getByRole('group', { name: site }).getByRole('checkbox');
    for (const choice of await choices.all()) await choice.check();
  }
  await sheet.getByRole('button', { name: 'Inscrire', exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
}
