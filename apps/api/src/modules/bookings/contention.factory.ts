import type { TestApp } from '../../testing/test-app.ts';
import { cookieName } from '../../platform/auth/tokens.ts';
import type { FamilyClaims } from '../../platform/auth/actor.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { ensureAccount, openSession } from '../accounts/accounts.public.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';
import type { NewHousehold } from '../households/households.public.ts';
import { sessionOf, type TestTown, writeEnrolled } from './bookings.factory.ts';

/** A family about to confirm: its cookie, and a draft of one day at revision 1. */
export type OpenedFamily = {
  readonly cookie: string;
  readonly householdId: string;
  readonly childId: string;
};

const draft = statement<never>(
  'factory.draft',
  `with head as (
     insert into cart (organisation_id, household_id, revision, updated_by, updated_at)
     select $1, household_id, 1, account_id, now()
     from unnest($2::uuid[], $3::uuid[]) as f (household_id, account_id)
   )
   insert into cart_line (organisation_id, household_id, child_id, session_id, action)
   select $1, household_id, child_id, $5, $6
   from unnest($2::uuid[], $4::uuid[]) as f (household_id, child_id)`,
);

/** Families of one child, each signed in and with the same day in its draft. */
export async function openFamilies(
  testApp: TestApp,
  town: TestTown,
  count: number,
  unit: string,
  on: string,
  action: 'add' | 'wait' = 'add',
): Promise<OpenedFamily[]> {
  const { organisation } = town;
  const opened = await transaction(testApp.database, organisation.id, async (tx) => {
    const families: { household: NewHousehold; accountId: string }[] = [];
    for (let index = 0; index < count; index += 1) {
      const guardian = newGuardian();
      const account = { surface: 'family', email: guardian.email, displayName: 'Parent' } as const;
      const { id } = await ensureAccount(tx, account, testApp.clock.now());
      const household = newHousehold({ guardians: [{ ...guardian, accountId: id }] });
      families.push({ household, accountId: id });
    }
    return families;
  });
  await writeEnrolled(
    testApp,
    town,
    opened.map(({ household }) => household),
  );
  const sessionId = await sessionOf(testApp, town, unit, on);
  return transaction(testApp.database, organisation.id, async (tx) => {
    tx.write(draft, [
      organisation.id,
      opened.map(({ household }) => household.id),
      opened.map(({ accountId }) => accountId),
      opened.map(({ household }) => household.children[0]?.id),
      sessionId,
      action,
    ]);
    return opened.map(({ household, accountId }) => {
      const account = { id: accountId, surface: 'family', householdId: household.id } as const;
      const claims = openSession(tx, { ...account, userAgent: 'test' }, testApp.clock.now());
      const cookie = cookieOf(testApp, claims as FamilyClaims);
      return { householdId: household.id, childId: household.children[0]?.id ?? '', cookie };
    });
  });
}

/** Confirms the draft of a family, with no client in between. */
export async function confirmOverHttp(
  { url }: TestApp,
  { cookie }: OpenedFamily,
  key: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${url}/api/family/cart/confirm`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ revision: 1 }),
  });
  return { status: response.status, text: await response.text() };
}

/** The cookie a sign-in would have set. */
function cookieOf({ app, clock }: TestApp, claims: FamilyClaims): string {
  const iat = Math.floor(clock.now() / 1000);
  const token = app.jwt.sign({
    aud: claims.surface,
    sub: claims.accountId,
    org: claims.organisationId,
    sid: claims.sessionId,
    hid: claims.householdId,
    iat,
    exp: iat + 600,
  });
  return `${cookieName('family', false)}=${token}`;
}

/** Takes the row locks out of every statement the server sends: for negative controls only. */
export function withoutLocks(testApp: TestApp): void {
  rewriteStatements(testApp, (text) => text.replace(/for no key update( of \w+)?/g, ''));
}

/** Changes the text of every statement the server sends: for negative controls only. */
export function rewriteStatements(
  { database: { pool } }: TestApp,
  rewrite: (text: string) => string,
): void {
  const connect = pool.connect.bind(pool);
  const patched = new WeakSet<object>();
  const unlocked = async () => {
    const client = await connect();
    if (patched.has(client)) return client;
    patched.add(client);
    const query = client.query.bind(client) as (...sent: unknown[]) => unknown;
    Object.assign(client, {
      query: (config: unknown, ...rest: unknown[]) => query(rewritten(config, rewrite), ...rest),
    });
    return client;
  };
  Object.assign(pool, { connect: unlocked });
}

function rewritten(config: unknown, rewrite: (text: string) => string): unknown {
  if (typeof config !== 'object' || config === null || !('text' in config)) return config;
  const { text } = config;
  if (typeof text !== 'string') return config;
  return { ...config, text: rewrite(text) };
}
