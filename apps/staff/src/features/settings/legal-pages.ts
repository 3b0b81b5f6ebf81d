import type { ListLegalPagesResponse } from '@preau/api-client/staff';

export type LegalPage = ListLegalPagesResponse['items'][number];
export type LegalPageCode = LegalPage['code'];

/** Pages the law asks for: the word of their address, as in the family portal, and their title. */
export const legalPages: Readonly<
  Record<LegalPageCode, { readonly address: string; readonly title: string }>
> = {
  legalNotice: { address: 'mentions-legales', title: 'Mentions légales' },
  terms: { address: 'conditions-generales', title: 'Conditions générales d’utilisation' },
  privacy: { address: 'donnees-personnelles', title: 'Données personnelles' },
  accessibility: { address: 'accessibilite', title: 'Accessibilité' },
};

export const legalPageCodes = Object.keys(legalPages) as readonly LegalPageCode[];

export const longestPage = 60_000;
