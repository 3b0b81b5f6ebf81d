import type { FamilyClaims } from '../../platform/auth/actor.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** The signed-in guardian and the household they act for. */
export type OwnHousehold = {
  readonly account: {
    readonly id: string;
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
  };
  readonly household: { readonly id: string; readonly name: string };
};

/** A child as the parents of either household see it. */
export type OwnChild = {
  readonly id: string;
  readonly firstName: string;
  readonly schoolClass: string;
};

const me = statement<OwnHousehold>(
  'household.me',
  `select jsonb_build_object('id', a.id, 'email', a.email,
            'firstName', g.first_name, 'lastName', g.last_name) as account,
          jsonb_build_object('id', h.id, 'name', h.name) as household
   from guardian g
   join account a on a.organisation_id = g.organisation_id and a.id = g.account_id
   join household h on h.organisation_id = g.organisation_id and h.id = g.household_id
   where g.organisation_id = $1 and g.account_id = $2 and g.household_id = $3`,
);

const children = statement<OwnChild>(
  'household.children',
  `select c.id, c.first_name as "firstName", c.school_class as "schoolClass"
   from household_child hc
   join child c on c.organisation_id = hc.organisation_id and c.id = hc.child_id
   where hc.organisation_id = $1 and hc.household_id = $2
   order by c.birth_on, c.first_name, c.id`,
);

/** `undefined` when the guardian has left the household since signing in. */
export async function findOwnHousehold(
  ask: Ask,
  claims: FamilyClaims,
): Promise<OwnHousehold | undefined> {
  const [found] = await ask(me, [claims.organisationId, claims.accountId, claims.householdId]);
  return found;
}

/** Children of a household, the eldest first. A child of two households is in both lists. */
export function askChildren(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<OwnChild[]> {
  return ask(children, [organisationId, householdId]);
}
