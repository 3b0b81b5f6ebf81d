import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Refusal, showPortal } from '../../shared/portal.factory.tsx';
import { ExpectedDocuments } from './expected-documents.tsx';
import type { ExpectedDocument } from './expected-words.ts';

const lea = { id: 'lea', firstName: 'Léa' };
const document = (change: Partial<ExpectedDocument> = {}): ExpectedDocument => ({
  code: 'vaccins',
  label: 'Vaccinations',
  about: 'child',
  child: lea,
  state: 'expected',
  reason: null,
  expiresOn: null,
  blocks: ['booking'],
  blocking: true,
  activities: ['Mercredis'],
  ...change,
});
const income = document({
  code: 'revenus',
  label: 'Avis d’imposition',
  about: 'household',
  child: null,
  blocks: [],
  blocking: false,
  activities: ['Mercredis', 'Cantine'],
});

const show = (answer: unknown) =>
  showPortal(<ExpectedDocuments />, {
    answers: { 'GET /api/family/documents/expected': answer },
  });
const plain = (element: Element) => element.textContent?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
const lines = async (person: string) => {
  const section = await screen.findByRole('region', { name: person });
  return within(section).getAllByRole('listitem').map(plain);
};

afterEach(cleanup);

describe('the documents a household is expected to send', () => {
  test('are told person by person, with what each blocks', async () => {
    show({ items: [income, document()] });
    expect(await lines('Votre foyer')).toEqual([
      expect.stringContaining('À envoyerDemandé pour Mercredis, Cantine.'),
    ]);
    expect(await lines('Léa')).toEqual([
      expect.stringContaining(
        'Obligatoire : tant que ce document manque, pas de réservation (Mercredis).',
      ),
    ]);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Documents attendus (2)');
    const link = screen.getByRole('link', { name: /^Envoyer.*« Vaccinations » pour Léa/ });
    expect(link.getAttribute('href')).toBe(
      '/o/val-de-lure/demandes/envoyer?document=vaccins&enfant=lea',
    );
  });

  test('are what is to be sent first, then what is there', async () => {
    const items = [
      document({ code: 'a', state: 'accepted', expiresOn: '2027-08-31', blocking: false }),
      document({ code: 'b', state: 'sent', blocking: false }),
      document({
        code: 'c',
        state: 'refused',
        reason: 'Illisible',
        blocks: ['enrolment', 'booking'],
      }),
      document({ code: 'd', state: 'expired', expiresOn: '2026-08-31', blocks: ['enrolment'] }),
    ];
    show({ items });
    const [refused = '', expired = '', sent = '', accepted = ''] = await lines('Léa');
    expect(refused).toContain('Refusé : Illisible');
    expect(refused).toContain('pas d’inscription ni de réservation');
    expect(expired).toContain('Était valable jusqu’au lundi 31 août 2026.');
    expect(expired).toContain('pas d’inscription (Mercredis)');
    expect(sent).toContain('Envoyé, en attente');
    expect(accepted).toContain('Valable jusqu’au mardi 31 août 2027.');
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });

  test('all sent, say so; none at all, say nothing', async () => {
    show({ items: [document({ state: 'accepted', blocking: false })] });
    expect(await screen.findByText('Tout ce qui est demandé est envoyé.')).not.toBeNull();
    cleanup();
    const asked = show({ items: [] });
    await screen.findByText('', { selector: 'body > div:empty' });
    expect(asked).toContain('GET /api/family/documents/expected');
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('that cannot be read say so, and are read again', async () => {
    let fails = true;
    show(() => (fails ? new Refusal(422, 'invalid') : { items: [document()] }));
    const retry = await screen.findByRole('button', { name: 'Réessayer' });
    fails = false;
    fireEvent.click(retry);
    expect(await lines('Léa')).toHaveLength(1);
  });
});
