import type { Surface } from '../../platform/auth/actor.ts';
import { testPassword } from '../test-people.ts';
import { enter } from './actors.ts';
import {
  type Expectation,
  forAnybody,
  forParents,
  forParentsThemselves,
  forStaff,
} from './expectations.ts';
import { documentFamilyExpectations, documentStaffExpectations } from './expectations/documents.ts';
import {
  enrolmentFamilyExpectations,
  enrolmentStaffExpectations,
} from './expectations/enrolments.ts';
import { bookFamilyExpectations, bookStaffExpectations } from './expectations/book.ts';
import { homeFamilyExpectations, homeStaffExpectations } from './expectations/home.ts';
import { occupancyExpectations } from './expectations/occupancy.ts';
import { reglementFamilyExpectations } from './expectations/reglement.ts';
import { requestsFamilyExpectations, requestsStaffExpectations } from './expectations/requests.ts';
import { waitFamilyExpectations } from './expectations/wait.ts';
import { householdExpectations } from './expectations/staff.ts';
import { wizardFamilyExpectations } from './expectations/wizard.ts';
import { confirming, confirmLunch, draftLunch, freshLink, nextGesture } from './journeys.ts';
import type { World } from './cast.ts';

const chosen = 'sept girafes en velours';
const asked = (path: string) => () => ({ path });
const slug = ({ here }: World) => here.organisation.slug;

/** Routes without a session: signing in and out, links of e-mails. */
function signIn(surface: Surface): Record<string, Expectation> {
  const at = (path: string) => `/api/${surface}/${path}`;
  const link = (purpose: 'invitation' | 'reset', age: 'new' | 'expired', path: string) => ({
    ask: async (world: World) => ({
      path: at(path),
      body: { organisation: slug(world), token: await freshLink(world, surface, purpose, age) },
    }),
  });
  const choose = (purpose: 'invitation' | 'reset', path: string) => async (world: World) => {
    const { body, ...rest } = await link(purpose, 'new', path).ask(world);
    return { ...rest, body: { ...body, password: chosen } };
  };
  const who = surface === 'family' ? 'guardian' : 'administrator';
  return {
    [`GET ${at('organisations/:slug')}`]: forAnybody(200, (world) => ({
      path: at(`organisations/${slug(world)}`),
    })),
    [`POST ${at('sign-in')}`]: forAnybody(204, (world) => ({
      path: at('sign-in'),
      body: { organisation: slug(world), email: world.people[who].email, password: testPassword },
    })),
    [`POST ${at('sign-out')}`]: forAnybody(204, asked(at('sign-out'))),
    [`POST ${at('activation/check')}`]: forAnybody(
      200,
      link('invitation', 'new', 'activation/check').ask,
    ),
    [`POST ${at('activation/renew')}`]: forAnybody(
      202,
      link('invitation', 'expired', 'activation/renew').ask,
    ),
    [`POST ${at('activation')}`]: forAnybody(204, choose('invitation', 'activation')),
    [`POST ${at('password-reset')}`]: forAnybody(202, (world) => ({
      path: at('password-reset'),
      body: { organisation: slug(world), email: `nobody.${crypto.randomUUID()}@example.org` },
    })),
    [`POST ${at('password-reset/confirm')}`]: forAnybody(
      204,
      choose('reset', 'password-reset/confirm'),
    ),
  };
}

const samePassword = { current: testPassword, next: testPassword };
const mine = { own: 200, otherHousehold: 200 };

const family: Record<string, Expectation> = {
  ...signIn('family'),
  ...homeFamilyExpectations,
  ...waitFamilyExpectations,
  ...requestsFamilyExpectations,
  ...bookFamilyExpectations,
  ...documentFamilyExpectations,
  ...enrolmentFamilyExpectations,
  ...wizardFamilyExpectations,
  ...reglementFamilyExpectations,
  'POST /api/family/password': forParents({ own: 204, otherHousehold: 204 }, () => ({
    path: '/api/family/password',
    body: samePassword,
  })),
  'GET /api/family/sessions': forParents(mine, asked('/api/family/sessions')),
  'DELETE /api/family/sessions/:id': forParentsThemselves(204, 404, async (world) => ({
    path: `/api/family/sessions/${(await enter(world, 'guardian')).sessionId}`,
  })),
  'GET /api/family/me': forParents(mine, asked('/api/family/me')),
  'GET /api/family/planning': forParents(
    mine,
    asked('/api/family/planning?from=2026-11-16&until=2026-12-20'),
  ),
  'GET /api/family/cart': forParents(mine, asked('/api/family/cart')),
  'PUT /api/family/cart': forParents({ own: 200, otherHousehold: 404 }, async (world) => ({
    path: '/api/family/cart',
    body: { changes: [await nextGesture(world, 'guardian')] },
  })),
  'DELETE /api/family/cart': forParents(mine, asked('/api/family/cart')),
  // Who is of another household validates a cart of their own, which is empty.
  'POST /api/family/cart/confirm': forParents({ own: 200, otherHousehold: 409 }, async (world) =>
    confirming(await draftLunch(world, 'guardian')),
  ),
  'GET /api/family/confirmations/:id': forParents(
    { own: 200, otherHousehold: 404 },
    async (world) => ({
      path: `/api/family/confirmations/${await confirmLunch(world, 'guardian')}`,
    }),
  ),
};

const anyRole = (status: number) => ({
  administrator: status,
  office: status,
  attendant: status,
  foreign: status,
});

const staff: Record<string, Expectation> = {
  ...signIn('staff'),
  ...householdExpectations,
  ...occupancyExpectations,
  ...homeStaffExpectations,
  ...bookStaffExpectations,
  ...requestsStaffExpectations,
  ...documentStaffExpectations,
  ...enrolmentStaffExpectations,
  'POST /api/staff/password': forStaff(anyRole(204), () => ({
    path: '/api/staff/password',
    body: samePassword,
  })),
  'GET /api/staff/sessions': forStaff(anyRole(200), asked('/api/staff/sessions')),
  'DELETE /api/staff/sessions/:id': forStaff(
    { administrator: 204, office: 404, attendant: 404, foreign: 404 },
    async (world) => ({
      path: `/api/staff/sessions/${(await enter(world, 'administrator')).sessionId}`,
    }),
  ),
  'GET /api/staff/me': forStaff(anyRole(200), asked('/api/staff/me')),
  'GET /api/staff/today': forStaff(anyRole(200), asked('/api/staff/today')),
};

const nothing = '00000000-0000-4000-8000-000000000000';

/** What anybody on the network may have: health, the API's pages, the built pages. */
const open: Record<string, Expectation> = {
  'GET /api/health/live': forAnybody(200, asked('/api/health/live')),
  'GET /api/health/ready': forAnybody(200, asked('/api/health/ready')),
  'GET /api/docs': forAnybody(200, asked('/api/docs')),
  'GET /api/docs/': forAnybody(200, asked('/api/docs/')),
  'GET /api/docs/json': forAnybody(200, asked('/api/docs/json')),
  'GET /api/docs/yaml': forAnybody(200, asked('/api/docs/yaml')),
  'GET /api/docs/static/index.html': forAnybody(302, asked('/api/docs/static/index.html')),
  'GET /api/docs/static/swagger-initializer.js': forAnybody(
    200,
    asked('/api/docs/static/swagger-initializer.js'),
  ),
  'GET /api/docs/static/*': forAnybody(200, asked('/api/docs/static/swagger-ui.css')),
  'GET /': forAnybody(302, asked('/')),
  'GET /o/*': forAnybody(200, asked('/o/commune/planning')),
  'GET /staff/*': forAnybody(200, asked('/staff/commune/today')),
  'GET /assets/family/assets/*': forAnybody(200, asked('/assets/family/assets/page.js')),
  'GET /assets/staff/assets/*': forAnybody(200, asked('/assets/staff/assets/page.js')),
};

/** In demo and test modes only: nobody there is real. */
const development: Record<string, Expectation> = {
  'GET /dev/clock': forAnybody(200, asked('/dev/clock')),
  'PUT /dev/clock': forAnybody(200, () => ({ path: '/dev/clock', body: { offsetMs: 0 } })),
  'GET /dev/mail': forAnybody(200, asked('/dev/mail')),
  'GET /dev/mail.json': forAnybody(200, asked('/dev/mail.json')),
  'GET /dev/mail/:id': forAnybody(404, asked(`/dev/mail/${nothing}`)),
  'GET /dev/mail/:id/html': forAnybody(404, asked(`/dev/mail/${nothing}/html`)),
};

/** Every route of the server, each with who may have it. A route that is missing here fails. */
export const expectations: Readonly<Record<string, Expectation>> = {
  ...open,
  ...development,
  ...family,
  ...staff,
};

/** Routes of the two surfaces, whose requests need a world and nothing mounted for the occasion. */
export const surfaceExpectations: Readonly<Record<string, Expectation>> = { ...family, ...staff };
