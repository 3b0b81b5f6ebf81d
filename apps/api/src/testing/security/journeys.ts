import type { Instant } from '@preau/domain/time/instant';
import { z } from 'zod';
import { ensureAccount, setPassword } from '../../modules/accounts/accounts.public.ts';
import type { LinkPurpose } from '../../modules/accounts/link-rules.ts';
import { issueLinks } from '../../modules/accounts/link.store.ts';
import type { Surface } from '../../platform/auth/actor.ts';
import { newLinkToken } from '../../platform/crypto/link-tokens.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { cookieOfPerson } from './actors.ts';
import { type Answer, type Asked, send } from './requests.ts';
import { freeSession } from './world.ts';
import type { Family, PersonName, World } from './cast.ts';

const cart = z.object({ revision: z.number() });
const confirmation = z.object({ id: z.uuid() });
const eightDays = 8 * 24 * 60 * 60 * 1000;

/** Which family and site a parent of the world books for. */
function belongings(world: World, parent: PersonName): { family: Family; facility: Site } {
  const { alpha, bravo, charlie, delta } = world.families;
  const all = { alpha, bravo, charlie, delta };
  const { householdId } = world.people[parent];
  const family = Object.values(all).find(({ id }) => id === householdId);
  if (!family) throw new Error(`${parent} has no household`);
  const { school, centre } = family.town;
  return { family, facility: family === charlie ? centre : school };
}

type Site = World['here']['school'];

/** One gesture on the first child of a parent's household, for the next morning or evening never booked. */
export async function nextGesture(world: World, parent: PersonName) {
  const { family, facility } = belongings(world, parent);
  const childId = family.children[0]?.id ?? '';
  const sessionId = await freeSession(world, family.town, facility, childId);
  return { childId, sessionId, action: 'add' as const };
}

/** Leaves a draft of one line in a household's cart; returns its revision. */
export async function draftLunch(world: World, parent: PersonName): Promise<number> {
  const cookie = await cookieOfPerson(world, parent);
  await ask(world, 'DELETE', { path: '/api/family/cart' }, cookie);
  const body = { changes: [await nextGesture(world, parent)] };
  const answer = await ask(world, 'PUT', { path: '/api/family/cart', body }, cookie);
  return cart.parse(answer.body).revision;
}

/** The request that validates a draft of this revision. */
export function confirming(revision: number): Asked {
  return {
    path: '/api/family/cart/confirm',
    body: { revision },
    headers: { 'idempotency-key': newId() },
  };
}

/** Books one more lunch as this parent; returns the id of the confirmation. */
export async function confirmLunch(world: World, parent: PersonName): Promise<string> {
  const revision = await draftLunch(world, parent);
  const cookie = await cookieOfPerson(world, parent);
  const answer = await ask(world, 'POST', confirming(revision), cookie);
  return confirmation.parse(answer.body).id;
}

/** The token of a link e-mailed to an account made for it. */
export async function freshLink(
  world: World,
  surface: Surface,
  purpose: LinkPurpose,
  age: 'new' | 'expired' = 'new',
): Promise<string> {
  const { database, clock } = world.testApp;
  const token = newLinkToken();
  const issuedAt = (clock.now() - (age === 'expired' ? eightDays : 0)) as Instant;
  const email = `canari-linked-email-${newId()}@example.org`;
  await transaction(database, world.here.organisation.id, async (tx) => {
    const account = { surface, email, displayName: 'canari-linked-displayname' };
    const { id } = await ensureAccount(tx, account, issuedAt);
    if (purpose === 'reset') await setPassword(tx, id, 'a hash nothing matches');
    issueLinks(tx, purpose, [{ accountId: id, token }], issuedAt);
  });
  return token;
}

async function ask(world: World, method: string, asked: Asked, cookie: string): Promise<Answer> {
  const answer = await send(world.testApp, method, asked, cookie);
  if (answer.status !== 200) throw new Error(`${method} ${asked.path} answered ${answer.status}`);
  return answer;
}
