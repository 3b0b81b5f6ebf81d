import { describe, expect, test } from 'vitest';
import {
  changeOf,
  codedKinds,
  differing,
  draftOf,
  type KindDraft,
  rebased,
} from './settings-draft.ts';
import { settings } from './settings.factory.ts';

const kind = (changes: Partial<KindDraft>): KindDraft => ({
  key: 'k',
  code: null,
  label: 'Justificatif de domicile',
  about: 'household',
  help: '',
  ...changes,
});

describe('settings being changed', () => {
  test('nothing changed, what is sent is what was read', () => {
    expect(changeOf(draftOf(settings()), 3)).toEqual({ ...settings(), revision: 3 });
  });

  test('spaces around and capital letters of a colour are no change kept', () => {
    const draft = { ...draftOf(settings()), name: ' Ville ', brandColor: '#ABCDEF' };
    expect(changeOf(draft, 3)).toMatchObject({ name: 'Ville', brandColor: '#abcdef' });
    expect(differing(draft, draftOf(settings({ name: 'Ville' })))).toEqual(['brandColor']);
  });

  test('a new kind of document gets a code of its own, and the others keep theirs', () => {
    const kinds = [
      kind({ code: 'justificatif-de-domicile', label: 'Renommé' }),
      kind({}),
      kind({ label: ' Été / « PAI » ' }),
      kind({ label: '…' }),
    ];
    expect(codedKinds(kinds).map(({ code, label }) => [code, label])).toEqual([
      ['justificatif-de-domicile', 'Renommé'],
      ['justificatif-de-domicile-2', 'Justificatif de domicile'],
      ['ete-pai', 'Été / « PAI »'],
      ['document', '…'],
    ]);
  });

  test('two people who change different things both have theirs', () => {
    const base = draftOf(settings());
    const mine = { ...base, phone: '03 00 00 00 00', newsLabel: 'À la une' };
    const theirs = { ...base, phone: '03 11 11 11 11', brandColor: '#7a1f5c' };
    const met = rebased(mine, base, theirs);
    expect(met).toMatchObject({
      phone: '03 00 00 00 00',
      newsLabel: 'À la une',
      brandColor: '#7a1f5c',
    });
    expect(differing(met, theirs)).toEqual(['phone', 'newsLabel']);
  });
});
