import { describe, test } from 'vitest';
import { desk, phone } from './browser/devices.ts';
import { look } from './browser/look.ts';
import { openVisits } from './browser/visits.ts';
import type { Town } from './journeys/states.ts';
import { arrive, cell, tapBlocked } from './people/parent.ts';
import { expectWords } from './people/words.ts';

/** Who reads, and words that only the règlement of their town holds. */
const towns: readonly { town: Town; email: string; title: string; words: readonly string[] }[] = [
  {
    town: 'val-de-lure',
    email: 'claire.durand@example.org',
    title: 'Règlement intérieur de l’ALSH du Val-de-Lure',
    words: ['au tarif particulier de 4,00 € (Périscolaire matin) et 10,00 € (Périscolaire soir)'],
  },
  {
    town: 'lapalud',
    email: 'laura.marin@example.org',
    title: 'Règlement de l’accueil de loisirs périscolaire de Lapalud',
    words: ['À payer au plus tard le 25 du mois précédent.', 'répond sous 48 h ouvrées'],
  },
  {
    town: 'hasparren',
    email: 'maitane.etcheverry@example.org',
    title: 'Règlement de l’Espace famille de Hasparren',
    words: ['Photocopie des vaccinations (par enfant)', 'groupe Élémentaire'],
  },
  {
    town: 'fondespierre',
    email: 'marion.ferrand@example.org',
    title: 'Règlement intérieur de l’ALSH Fondespierre',
    words: ['au plus tard 2 jours ouvrés avant', 'Les annulations ne se font pas en ligne.'],
  },
  {
    town: 'espace-famille',
    email: 'camille.lemaire@example.org',
    title: 'Règlement de l’Espace famille',
    words: ['avec un supplément de 1,50 €'],
  },
];

describe.each(towns)('The règlement of $town', ({ town, email, title, words }) => {
  const visits = openVisits();

  test('is read without signing in, from the sign-in page', async () => {
    const visitor = await visits.open(phone);
    const { page } = visitor;
    await page.goto(`/o/${town}/connexion`);
    await page.getByRole('link', { name: 'Règlement', exact: true }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    const main = page.getByRole('main');
    await expectWords(main, 'en vigueur depuis le');
    for (const said of words) await expectWords(main, said);
    await look(visitor, `reglement-${town}`);
  });

  test.each([phone, desk])('is opened beside the planning, on a $name', async (device) => {
    const visitor = await visits.open(device);
    const { page } = visitor;
    await arrive(page, { email, town });
    await page
      .getByRole('button', { name: /^Règles\s:/ })
      .first()
      .click();
    const panel = page.getByRole('dialog', { name: /^Règles\s:/ });
    await panel.getByRole('heading', { name: 'Réserver' }).waitFor();
    await expectWords(panel, 'au plus tard');
    await look(visitor, `regles-${town}-${device.name}`);
    await panel.getByRole('link', { name: 'Lire tout le règlement' }).click();
    await page.getByRole('heading', { name: title }).waitFor();
  });
});

describe('A day that is blocked', () => {
  const visits = openVisits();

  test('leads to the rule that blocks it, on a phone', async () => {
    const claire = await visits.open(phone);
    const { page } = claire;
    await arrive(page, { email: 'claire.durand@example.org' });
    const late = page.getByRole('button', { name: /^Périscolaire matin, .*Hors délai/ });
    await tapBlocked(late.first());
    await page.getByRole('button', { name: 'Voir la règle' }).click();
    await expectOpenPart('Réserver');
    await look(claire, 'regle-d-un-jour-hors-delai');

    async function expectOpenPart(name: string): Promise<void> {
      const panel = page.getByRole('dialog', { name: /^Règles\s:/ });
      await panel.locator('details[open] summary:focus', { hasText: name }).waitFor();
    }
  });

  test('and a price to the table it comes from, in the month', async () => {
    const claire = await visits.open(desk);
    const { page } = claire;
    await arrive(page, { email: 'claire.durand@example.org' });
    await page.goto('/o/val-de-lure/planning?vue=mois&mois=2026-12');
    const free = cell(page, {
      service: 'Périscolaire matin',
      child: 'Léa',
      day: 'jeudi 17 décembre',
      state: 'Libre',
    });
    // In view beforehand: a page that scrolls under the mouse would spell out another day.
    await page.getByText('Survolez une case').scrollIntoViewIfNeeded();
    await free.hover();
    await page.getByRole('button', { name: 'Voir la règle' }).click();
    const panel = page.getByRole('dialog', { name: /^Règles\s:/ });
    await panel.locator('details[open] summary:focus', { hasText: 'Tarifs' }).waitFor();
    await expectWords(panel, 'Prix selon le quotient familial');
    await look(claire, 'regle-d-un-prix', { here: true });
  });
});
