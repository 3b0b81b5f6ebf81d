import { purgeAccounts } from './modules/accounts/accounts.public.ts';
import { type Purge, purgePlatform } from './platform/jobs/purge.ts';

/** What is forgotten every night, organisation by organisation. */
export const purges: readonly Purge[] = [purgePlatform, purgeAccounts];
