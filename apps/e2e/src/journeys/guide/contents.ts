import { expect } from 'vitest';
import { look } from '../../browser/look.ts';
import { arriveHome } from '../../people/parent.ts';
import { arriveAsStaff, openStaffTab } from '../../people/staff.ts';
import { expectCount, expectWords } from '../../people/words.ts';
import { pictureOf, type Scene } from './scene.ts';

/** What the foot of every page leads to, before one is signed in. */
export async function readTheSmallPrint(scene: Scene): Promise<void> {
  const { step, visits } = scene;
  const visitor = await visits.open(scene.device);
  const { page } = visitor;
  const legal = page.getByRole('navigation', { name: 'Informations légales' });

  await step('S1-04 « Vous êtes une mairie… Contactez-nous »', async () => {
    await page.goto('/o/val-de-lure/connexion');
    await expectWords(legal, 'Vous êtes une mairie et souhaitez en savoir plus ? Contactez-nous');
    const contact = legal.getByRole('link', { name: 'Contactez-nous' });
    expect(await contact.getAttribute('href')).toMatch(/^mailto:\S+@val-de-lure\.example$/);
    await look(visitor, pictureOf(scene, 'connexion'));
  });

  for (const [id, title, words] of [
    ['S1-02', 'Mentions légales', 'ALSH du Val-de-Lure'],
    ['S1-03', 'Conditions générales d’utilisation', 'Version 1'],
  ] as const) {
    await step(`${id} « ${title} » are read by anybody`, async () => {
      await legal.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      await expectWords(page.getByRole('main'), words);
      await look(visitor, pictureOf(scene, id === 'S1-02' ? 'mentions-legales' : 'conditions'));
    });
  }
}

/** « Une page d'accueil où toutes les actualités seront régulièrement mises à jour. » */
export async function discoverTheSpace(scene: Scene): Promise<void> {
  const { step, visits, family, device } = scene;
  const headline = `Fermeture du pont de l’Ascension (${device.name === 'phone' ? 'écoles' : 'centre'})`;
  await publishNews(scene, headline);

  const parent = await visits.open(device);
  const { page } = parent;
  const tabs = page.getByRole('navigation', { name: 'Navigation principale' });
  const main = page.getByRole('main');

  await step('S1-06 the home page tells the news, with how long they hold', async () => {
    await arriveHome(page, family);
    const card = main.getByRole('listitem').filter({ hasText: headline });
    await expectWords(card, 'Fermeture');
    await expectWords(card, /jusqu’au .*31 décembre/i);
    await look(parent, pictureOf(scene, 'accueil'));
    await card.getByRole('link').click();
    await page.getByRole('heading', { name: headline, level: 1 }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Le vendredi 7 mai' }).waitFor();
    await look(parent, pictureOf(scene, 'actualite'));
    await main.getByRole('link', { name: 'Revenir à l’accueil' }).click();
  });

  await step('the home page shows the week of each child', async () => {
    const week = main.getByRole('region', { name: /^Cette semaine/ });
    for (const child of [family.elder, family.younger]) {
      await week.getByRole('heading', { name: new RegExp(`^${child}`) }).waitFor();
    }
  });

  await step('S1-07 the tabs bear the words of the service', async () => {
    const words = await tabs.getByRole('link').allInnerTexts();
    const plain = words.map((text) => text.replaceAll(/\s+/g, ' ').trim());
    expect(plain).toEqual(['Actualités', 'Mes réservations', 'Mes demandes', 'Mon compte']);
  });

  await step('S1-08 « Mes factures » is nowhere: no tab, no tile, and its address', async () => {
    await expectCount(page.getByRole('link', { name: 'Mes factures' }), 0);
    await page.goto('/o/val-de-lure/factures');
    await expectWords(main, 'Cette page n’est pas proposée par ALSH du Val-de-Lure');
    await look(parent, pictureOf(scene, 'factures-non-proposees'));
  });

  await step('S1-29 every page tells whom to ask, how and when', async () => {
    const foot = page.getByRole('contentinfo');
    await foot.getByRole('link', { name: /^Appeler le 03 53 01/ }).waitFor();
    await expectWords(foot, 'Du lundi au vendredi, 9 h – 12 h');
  });
}

/** The service writes a piece of news beside what families will see of it. */
async function publishNews({ step, visits, device }: Scene, headline: string): Promise<void> {
  const office = await visits.open(device);
  const { page } = office;
  const at = device.name === 'phone' ? '' : '-bureau';
  await step('S1-06 the service writes what misses, then publishes the news', async () => {
    await arriveAsStaff(page, 'accueil@val-de-lure.example');
    await openStaffTab(page, 'Actualités');
    await look(office, `agent-actualites${at}`);
    await page.getByRole('link', { name: 'Nouvelle actualité' }).click();
    await page.getByRole('button', { name: 'Publier' }).click();
    await expectWords(page.getByRole('alert').first(), 'Rien n’est encore enregistré');
    await page.getByLabel('Titre', { exact: true }).fill(headline);
    await page
      .getByLabel('Texte', { exact: true })
      .fill('Les accueils sont **fermés** :\n\n- Le jeudi 6 mai\n- Le vendredi 7 mai');
    await page.getByLabel('Sujet').selectOption({ label: 'Fermeture' });
    await page.getByLabel('Jusqu’au (facultatif)').fill('2026-12-31');
    await expectWords(page.getByRole('article'), 'Le vendredi 7 mai');
    await look(office, `agent-actualite${at}`);
    await page.getByRole('button', { name: 'Publier' }).click();
    await expectWords(page.getByRole('main'), headline);
  });
}
