/** What other modules and the operator's commands may use of organisations. */
export {
  findOrganisationId,
  getOrganisation,
  type Organisation,
  viewOrganisation,
} from './organisations.queries.ts';
export { askTermsToAccept } from './legal-page.queries.ts';
export { insertAcceptancesOf } from './legal-page.store.ts';
export { organisationSchema } from './organisations.schemas.ts';
export type { DocumentKind } from './document-kinds.ts';
export type { OrganisationSettings, WrittenSettings } from './organisations.settings.ts';
export { createOrganisation } from './use-cases/create-organisation.ts';
