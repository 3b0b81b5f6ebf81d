import type { Surface } from '../../../platform/auth/actor.ts';
import { readTogether } from '../../../platform/db/transaction.ts';
import type { Services } from '../../../platform/services.ts';
import { findOrganisationId, getOrganisation } from '../../organisations/organisations.public.ts';
import { type AccountResult, done, refused } from '../accounts.errors.ts';
import { findLink } from '../link.store.ts';
import { linkRefusal } from '../link-rules.ts';

export type OpenedLink = {
  readonly surface: Surface;
  readonly organisation: string;
  readonly token: string;
};

export type LinkOwner = {
  readonly email: string;
  readonly firstName: string;
  readonly organisationName: string;
};

/** Whom an invitation is for. It uses nothing up: mail scanners open links before people do. */
export async function checkInvitation(
  { database, clock }: Services,
  opened: OpenedLink,
): Promise<AccountResult<LinkOwner>> {
  const organisationId = await findOrganisationId(database, opened.organisation);
  if (!organisationId) return refused({ code: 'link-unknown' });
  const [link, organisation] = await readTogether(database, organisationId, (ask) => [
    findLink(ask, organisationId, opened.token),
    getOrganisation(ask, organisationId),
  ]);
  const refusal = linkRefusal(
    link,
    { purpose: 'invitation', surface: opened.surface },
    clock.now(),
  );
  if (refusal || !link) return refused(refusal ?? { code: 'link-unknown' });
  const { email, firstName } = link;
  return done({ email, firstName, organisationName: organisation.name });
}
