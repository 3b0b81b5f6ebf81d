import type pg from 'pg';

/** Facts of the installation rather than of an organisation; each with why nobody's data is in it. */
export const tablesWithoutTenant: Readonly<Record<string, string>> = {
  instance: 'one row: what the database is for',
  organisation_directory: 'which address is whose: public, read before a tenant is known',
  event_cursor: 'how far the relay has read',
  schema_migration: 'names of applied migrations',
};

/**
 * Policies beside the tenant's own: the relay reads which events there are, the sweeper of the
 * waiting list which organisations have something due.
 */
const otherPolicies = new Set([
  'event relay r preau_jobs true -',
  'booking due r preau_jobs (expires_at IS NOT NULL) -',
  'request_decision to_tell r preau_jobs ((told_at IS NULL) AND (taken_back_at IS NULL)) -',
]);

const bound = '(organisation_id = current_organisation())';

const tables = `
  select c.oid, c.relname as name, c.relkind, c.relrowsecurity as enabled,
    c.relforcerowsecurity as forced, c.reloptions as options,
    a.attnum as tenant, coalesce(a.attnotnull, false) as required
  from pg_class c
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
    and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
  order by 2`;

const policies = `
  select p.polrelid as oid, p.polname as name, p.polcmd::text as command, p.polpermissive as permissive,
    coalesce((select string_agg(rolname, ',') from pg_roles where oid = any(p.polroles)), 'public') as roles,
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as checked
  from pg_policy p`;

// Keys, exclusions and unique indexes: their first column, and of a foreign key what it refers to.
const keys = `
  select conrelid as oid, conname as name, contype::text as kind, conkey[1] as first,
    (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as target
  from pg_constraint where contype in ('p', 'u', 'f', 'x')
  union all
  select indrelid, indexrelid::regclass::text, 'i', indkey[0], null from pg_index where indisunique`;

const definers = `
  select proname as name from pg_proc
  where pronamespace = 'public'::regnamespace and prosecdef`;

type Table = {
  oid: number;
  name: string;
  relkind: string;
  enabled: boolean;
  forced: boolean;
  options: string[] | null;
  tenant: number | null;
  required: boolean;
};
type Policy = {
  oid: number;
  name: string;
  command: string;
  permissive: boolean;
  roles: string;
  using: string | null;
  checked: string | null;
};
type Key = { oid: number; name: string; kind: string; first: number; target: string | null };

/** Everything in the schema that could let one organisation reach another's rows. */
export async function tenancyFaults(pool: pg.Pool): Promise<string[]> {
  const known = await pool.query<Table>(tables);
  const allPolicies = (await pool.query<Policy>(policies)).rows;
  const allKeys = (await pool.query<Key>(keys)).rows;
  const functions = (await pool.query<{ name: string }>(definers)).rows;
  return [
    ...known.rows.flatMap((table) => [
      ...tableFaults(table),
      ...(isTenant(table) ? policyFaults(table, allPolicies) : []),
      ...(isTenant(table) ? keyFaults(table, allKeys) : []),
    ]),
    ...functions.map(({ name }) => `function ${name} acts as its owner`),
  ];
}

const isTenant = ({ name, tenant, relkind }: Table) =>
  tenant !== null && !(name in tablesWithoutTenant) && (relkind === 'r' || relkind === 'p');

function tableFaults(table: Table): string[] {
  const { name, relkind, enabled, forced, tenant, required } = table;
  if (relkind === 'v') {
    return table.options?.includes('security_invoker=true')
      ? []
      : [`view ${name} reads as its owner`];
  }
  if (relkind === 'm' || relkind === 'f') return [`${name} has rows no policy protects`];
  if (name in tablesWithoutTenant) return [];
  if (tenant === null) return [`${name} belongs to no organisation and is not listed`];
  return [
    ...(required ? [] : [`${name} may belong to nobody`]),
    ...(enabled ? [] : [`${name} has row security off`]),
    ...(forced ? [] : [`${name} does not bind its owner`]),
  ];
}

function policyFaults({ oid, name }: Table, all: readonly Policy[]): string[] {
  const own = all.filter((policy) => policy.oid === oid);
  const isTenantPolicy = (policy: Policy) =>
    policy.command === '*' &&
    policy.roles === 'public' &&
    policy.permissive &&
    policy.using === bound &&
    policy.checked === bound;
  const words = (policy: Policy) =>
    `${name} ${policy.name} ${policy.command} ${policy.roles} ${policy.using ?? '-'} ${policy.checked ?? '-'}`;
  return [
    ...(own.some(isTenantPolicy) ? [] : [`${name} has no tenant policy`]),
    ...own
      .filter((policy) => !isTenantPolicy(policy) && !otherPolicies.has(words(policy)))
      .map((policy) => `policy ${words(policy)} opens more than the tenant's rows`),
  ];
}

function keyFaults({ oid, name, tenant }: Table, all: readonly Key[]): string[] {
  const own = all.filter((key) => key.oid === oid);
  return [
    ...(own.some(({ kind }) => kind === 'p' || kind === 'u') ? [] : [`${name} has no key`]),
    ...own
      .filter(({ first, kind, target }) => {
        return first !== tenant || (kind === 'f' && target !== 'organisation_id');
      })
      .map((key) => `${key.name} of ${name} does not start with the organisation`),
  ];
}
