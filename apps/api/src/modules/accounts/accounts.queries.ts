import type { Claims, GrantedRole } from '../../platform/auth/actor.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

type OwnAccount = {
  readonly account: { readonly id: string; readonly email: string; readonly displayName: string };
  readonly roles: readonly GrantedRole[];
};

const staffMe = statement<OwnAccount>(
  'account.staff-me',
  `select jsonb_build_object('id', a.id, 'email', a.email, 'displayName', a.display_name) as account,
     coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'facilityId', r.facility_id)
                                order by r.role, r.facility_id)
               from staff_role r
               where r.organisation_id = a.organisation_id and r.account_id = a.id), '[]') as roles
   from account a where a.organisation_id = $1 and a.id = $2`,
);

/** The signed-in member of staff with their roles. */
export async function getStaffMe(ask: Ask, claims: Claims): Promise<OwnAccount> {
  const [found] = await ask(staffMe, [claims.organisationId, claims.accountId]);
  if (!found) throw new Error('A signed-in account has no row');
  return found;
}
