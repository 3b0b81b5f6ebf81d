import { describe, expect, test } from 'vitest';
import { watchFaults } from './browser/faults.ts';
import { accessibilityFaults, look, overflowing } from './browser/look.ts';
import { desk, phone } from './browser/devices.ts';
import { openVisits } from './browser/visits.ts';
import { guideOfValDeLure, owed } from './journeys/instructions.ts';
import { livedInstructions, stepsOf } from './journeys/steps.ts';
import { seesWeek, signIn } from './people/parent.ts';
import { signInAsStaff } from './people/staff.ts';
import { expectWords } from './people/words.ts';

/** Of one page with an empty cache, whatever it is made of. */
const mostRequests = 25;

describe('Every screen', () => {
  const visits = openVisits();

  test('those that no other journey passes by, for families', async () => {
    const parent = await visits.open(phone);
    const { page } = parent;
    parent.faults.expect(404, '/api/family/organisations/nulle-part');
    await page.goto('/o/nulle-part');
    await expectWords(page.getByRole('main'), 'Ce portail n’existe pas');
    await look(parent, 'portail-inconnu');

    await page.goto('/o/val-de-lure/activation');
    await expectWords(page.getByRole('main'), 'Ce lien n’est pas reconnu');
    await look(parent, 'activation-lien-inconnu');

    await signIn(page, { email: 'hugo.garnier@example.org' });
    await expectWords(page.getByRole('main'), 'Aucun accueil pour Zoé cette semaine');
    await look(parent, 'planning-sans-inscription');

    await page.goto('/o/val-de-lure/nulle-part');
    await expectWords(page.getByRole('main'), 'Cette adresse ne mène à aucune page');
    await look(parent, 'page-inconnue');
  });

  test('the planning in the holidays, on a public holiday and after the known calendar', async () => {
    const parent = await visits.open(phone);
    const { page } = parent;
    await signIn(page, { email: 'claire.durand@example.org' });
    for (const [monday, week, words, picture] of [
      ['2026-12-21', '21 – 25 décembre', 'Vacances de Noël', 'planning-vacances'],
      ['2026-11-09', '9 – 13 novembre', 'Férié', 'planning-jour-ferie'],
      ['2027-09-06', '6 – 10 septembre', 'n’est pas encore publié', 'planning-sans-calendrier'],
    ] as const) {
      await page.goto(`/o/val-de-lure/planning?semaine=${monday}`);
      await seesWeek(page, week);
      await expectWords(page.getByRole('main'), words);
      await look(parent, picture);
    }
  });

  test('those that no other journey passes by, for the staff', async () => {
    const office = await visits.open(desk);
    const { page } = office;
    await page.goto('/staff/val-de-lure/mot-de-passe-oublie');
    await page.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor();
    await look(office, 'agent-mot-de-passe-oublie');

    await page.goto('/staff/val-de-lure/nouveau-mot-de-passe#quelque-chose');
    await page.getByLabel('Nouveau mot de passe').waitFor();
    await look(office, 'agent-nouveau-mot-de-passe');

    await signInAsStaff(page, 'direction@val-de-lure.example');
    await page.getByLabel('Choisir une date').fill('2026-12-25');
    await expectWords(page.getByRole('main'), 'Aucun enfant attendu');
    await look(office, 'agent-jour-ferme');

    await page.goto('/staff/val-de-lure/nulle-part');
    await expectWords(page.getByRole('main'), 'Cette adresse ne mène à aucune page');
    await look(office, 'agent-page-inconnue');
  });

  test('a first visit is light: few requests, all to the site itself', async () => {
    const claire = await visits.open(phone);
    await signIn(claire.page, { email: 'claire.durand@example.org' });
    const marc = await visits.open(desk);
    await signInAsStaff(marc.page, 'accueil@val-de-lure.example');
    const counts: Record<string, number> = {};
    for (const [first, signedIn] of [
      ['/o/val-de-lure/connexion', null],
      ['/o/val-de-lure/planning', claire],
      ['/staff/val-de-lure/connexion', null],
      ['/staff/val-de-lure/aujourdhui', marc],
    ] as const) {
      const { page, context } = await visits.open(desk);
      if (signedIn) await context.addCookies(await signedIn.context.cookies());
      let requests = 0;
      page.on('request', () => (requests += 1));
      await page.goto(first);
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      counts[first] = requests;
    }
    expect(Object.entries(counts).filter(([, count]) => count > mostRequests)).toEqual([]);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(3);
  });
});

describe('What the journeys watch for, planted', () => {
  const visits = openVisits();

  test('an image without words and a pale text are accessibility faults', async () => {
    const { page } = await visits.open(phone);
    await page.goto('/o/val-de-lure/connexion');
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('main').evaluate((main) => {
      main.append(new Image(40, 40));
      const pale = document.createElement('p');
      pale.textContent = 'Trop pâle pour être lu';
      pale.style.color = '#ccc';
      main.append(pale);
    });
    const found = (await accessibilityFaults(page)).join('\n');
    expect(found).toContain('image-alt');
    expect(found).toContain('color-contrast');
  });

  test('an element wider than the screen makes the page scroll sideways', async () => {
    const { page } = await visits.open(phone);
    await page.goto('/o/val-de-lure/connexion');
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    expect(await overflowing(page, 390)).toEqual([]);
    await page.getByRole('heading', { name: 'Connexion' }).evaluate((title) => {
      title.style.width = '600px';
    });
    expect((await overflowing(page, 390)).join()).toContain('Connexion');
  });

  test('a request to somebody else, an error nobody caught and a refusal are faults', async () => {
    const { context } = await visits.open(phone);
    const page = await context.newPage();
    const faults = watchFaults(page, visits.siteUrl);
    faults.expect(410, '/never');
    await page.goto('/api/family/nowhere');
    await page.evaluate(() => {
      // oxlint-disable-next-line eslint/no-console -- the very fault that is watched for
      console.error('planted');
      void Promise.reject(new Error('nobody catches this'));
    });
    const listed = (fault: string) => expect.poll(() => faults.list()).toContain(fault);
    await listed('Answered 404 /api/family/nowhere');
    await listed('Console: planted');
    await listed('Not caught: nobody catches this');
    await listed('Never answered: 410 /never');
    await page.goto('about:blank');
    await page.evaluate(() => fetch('http://127.0.0.1:9/stranger').catch(() => undefined));
    await listed('A request left the site: http://127.0.0.1:9/stranger');
  });

  test('a step that fails has lived no instruction, and says its name', async (context) => {
    const step = stepsOf(context, desk);
    const failing = step('S1-20 a period is booked', () => Promise.reject(new Error('planted')));
    await expect(failing).rejects.toThrow('At the step « S1-20 a period is booked »');
    await step('S1-13 a step that passes', async () => undefined);
    expect(livedInstructions()).toEqual(['S1-13 at 1366 px']);
    expect(owed(guideOfValDeLure)).toContain('S1-13 at 1366 px');
    expect(owed(guideOfValDeLure)).toHaveLength(29 * 2);
    const nowhere = stepsOf(context)('S1-14 on no device', async () => undefined);
    await expect(nowhere).rejects.toThrow('S1-14 on no device');
  });
});
