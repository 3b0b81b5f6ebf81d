import type { Claims, Surface } from '../../platform/auth/actor.ts';
import { cookieName } from '../../platform/auth/tokens.ts';
import { openSession } from '../../modules/accounts/accounts.public.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { canary } from './canaries.ts';
import { type PersonName, personNames, type World } from './cast.ts';

/** Everybody who may call: the people of the world, and those whose proof of being them is no good. */
export const actorNames = [
  'anonymous',
  ...personNames,
  'guardianWithStaffCookie',
  'administratorWithFamilyCookie',
  'revokedGuardian',
  'revokedAdministrator',
  'expiredGuardian',
  'expiredAdministrator',
  'forgedGuardian',
  'forgedAdministrator',
  'unsignedGuardian',
  'guardianClaimingAnotherHousehold',
  'guardianClaimingAnotherOrganisation',
  'guardianClaimingAnotherAccount',
] as const;
export type ActorName = (typeof actorNames)[number];

/**
 * The cookie header of an actor, with a session of its own opened for this call: nothing an earlier
 * request did is carried over. `undefined` for nobody.
 */
export async function cookieOf(world: World, actor: ActorName): Promise<string | undefined> {
  switch (actor) {
    case 'anonymous':
      return undefined;
    case 'guardianWithStaffCookie':
      return cookie('staff', sign(world, await enter(world, 'guardian')));
    case 'administratorWithFamilyCookie':
      return cookie('family', sign(world, await enter(world, 'administrator')));
    case 'revokedGuardian':
      return ended(world, 'guardian', 'revoked');
    case 'revokedAdministrator':
      return ended(world, 'administrator', 'revoked');
    case 'expiredGuardian':
      return ended(world, 'guardian', 'expired');
    case 'expiredAdministrator':
      return ended(world, 'administrator', 'expired');
    case 'forgedGuardian':
      return cookie('family', forged(sign(world, await enter(world, 'guardian'))));
    case 'forgedAdministrator':
      return cookie('staff', forged(sign(world, await enter(world, 'administrator'))));
    case 'unsignedGuardian':
      return cookie('family', unsigned(sign(world, await enter(world, 'guardian'))));
    case 'guardianClaimingAnotherHousehold':
      return claiming(world, { householdId: world.families.charlie.id });
    case 'guardianClaimingAnotherOrganisation':
      return claiming(world, { organisationId: world.elsewhere.organisation.id });
    case 'guardianClaimingAnotherAccount':
      return claiming(world, { accountId: world.people.otherGuardian.accountId });
    default:
      return cookieOfPerson(world, actor);
  }
}

/** The cookie of a person whose session is good. */
export async function cookieOfPerson(world: World, person: PersonName): Promise<string> {
  const claims = await enter(world, person);
  return cookie(claims.surface, sign(world, claims));
}

/** Opens a session of this person in the database and returns what its token says. */
export async function enter({ testApp, people }: World, name: PersonName): Promise<Claims> {
  const { town, accountId: id, surface, householdId } = people[name];
  const userAgent = canary(name.toLowerCase(), 'device');
  return transaction(testApp.database, town.organisation.id, async (tx) =>
    openSession(tx, { id, surface, householdId, userAgent }, testApp.clock.now()),
  );
}

const end = {
  revoked: statement<{ id: string }>(
    'security.revoke',
    `update sign_in_session set revoked_at = created_at
     where organisation_id = $1 and id = $2 returning id`,
  ),
  expired: statement<{ id: string }>(
    'security.expire',
    `update sign_in_session set expires_at = created_at
     where organisation_id = $1 and id = $2 returning id`,
  ),
};

async function ended(world: World, name: PersonName, how: keyof typeof end): Promise<string> {
  const claims = await enter(world, name);
  const rows = await transaction(world.testApp.database, claims.organisationId, (tx) =>
    tx.ask(end[how], [claims.organisationId, claims.sessionId]),
  );
  if (rows.length !== 1) throw new Error('There was no session to end');
  return cookie(claims.surface, sign(world, claims));
}

/** A token the server itself signed, for what its session row does not say. */
async function claiming(world: World, changes: Partial<Claims>): Promise<string> {
  const claims = await enter(world, 'guardian');
  return cookie('family', sign(world, { ...claims, ...changes }));
}

function sign({ testApp }: World, claims: Claims): string {
  const iat = Math.floor(testApp.clock.now() / 1000);
  return testApp.app.jwt.sign({
    aud: claims.surface,
    sub: claims.accountId,
    org: claims.organisationId,
    sid: claims.sessionId,
    hid: claims.householdId,
    iat,
    exp: iat + 600,
  });
}

/** The same words under another signature. */
function forged(token: string): string {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const altered = Buffer.from(signature, 'base64url').map((byte) => byte ^ 255);
  return [head, payload, Buffer.from(altered).toString('base64url')].join('.');
}

/** The same words, said to need no signature. */
function unsigned(token: string): string {
  const head = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return `${head}.${token.split('.')[1] ?? ''}.`;
}

function cookie(surface: Surface, token: string): string {
  return `${cookieName(surface, false)}=${token}`;
}
