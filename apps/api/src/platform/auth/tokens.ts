import type { Instant } from '@preau/domain/time/instant';
import fastifyCookie from '@fastify/cookie';
import fastifyJwt from '@fastify/jwt';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import type { Clock } from '../clock.ts';
import type { Claims, Surface } from './actor.ts';

type TokenPayload = {
  aud: Surface;
  sub: string;
  org: string;
  sid: string;
  hid: string | null;
  iat: number;
  exp: number;
};

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: TokenPayload;
  }
}

const algorithm = 'HS256';
const keyId = 'session-1';
const lifetimeSeconds = 600;
/** A token older than this is issued again with the answer: the session row is the truth, not the token. */
const renewAfterSeconds = 120;

export type TokenOptions = {
  readonly secret: string;
  readonly secure: boolean;
  readonly clock: Clock;
  /** Tells the session row that it was used; extends it. */
  readonly touch: (claims: Claims, now: Instant) => Promise<void>;
};

/**
 * Signed-in state: a short token in one cookie per surface, read at the start of every request and
 * re-issued on use. It is believed only together with the session row (see `tenant.ts`).
 */
export const tokens = plugin<TokenOptions>(async (app, { secret, secure, clock, touch }) => {
  await app.register(fastifyCookie);
  await app.register(fastifyJwt, {
    secret,
    sign: { algorithm, kid: keyId },
    verify: { algorithms: [algorithm], cache: 1_000 },
  });
  app.decorateRequest('claims', null);
  app.decorateRequest('session', null);
  app.decorate('signIn', (reply: FastifyReply, claims: Claims) => {
    reply.request.session = null;
    setCookie(reply, claims.surface, sign(app, claims, clock.now()));
  });
  app.decorate('signOut', (reply: FastifyReply, surface: Surface) => {
    // Without a session nothing is renewed after this answer's own cookie.
    reply.request.session = null;
    reply.clearCookie(cookieName(surface, secure), {
      path: '/',
      secure,
      httpOnly: true,
      sameSite: 'lax',
    });
  });

  app.addHook('onRequest', async (request) => {
    const surface = surfaceOf(request);
    if (surface) request.claims = verify(request, surface);
  });
  app.addHook('onSend', async (request, reply) => {
    const { claims, session } = request;
    if (claims && session && reply.statusCode < 400 && isOld(request)) {
      await touch(claims, clock.now());
      setCookie(reply, claims.surface, sign(app, claims, clock.now()));
    }
  });

  function setCookie(reply: FastifyReply, surface: Surface, token: string): void {
    reply.setCookie(cookieName(surface, secure), token, {
      path: '/',
      httpOnly: true,
      secure,
      sameSite: 'lax',
    });
  }

  function verify(request: FastifyRequest, surface: Surface): Claims | null {
    const token = request.cookies[cookieName(surface, secure)];
    if (!token) return null;
    try {
      // The session row is checked with every request and rules: an old token of a live session
      // is renewed, so that nobody is signed out by a pause.
      const payload = app.jwt.verify<TokenPayload>(token, {
        allowedAud: surface,
        ignoreExpiration: true,
      });
      issuedAt.set(request, payload.iat);
      return {
        surface,
        organisationId: payload.org,
        accountId: payload.sub,
        sessionId: payload.sid,
        householdId: payload.hid,
      };
    } catch {
      return null;
    }
  }

  function isOld(request: FastifyRequest): boolean {
    const issued = issuedAt.get(request);
    return issued === undefined || clock.now() / 1000 - issued > renewAfterSeconds;
  }
});

const issuedAt = new WeakMap<FastifyRequest, number>();

function sign(app: FastifyInstance, claims: Claims, now: Instant): string {
  const iat = Math.floor(now / 1000);
  return app.jwt.sign({
    aud: claims.surface,
    sub: claims.accountId,
    org: claims.organisationId,
    sid: claims.sessionId,
    hid: claims.householdId,
    iat,
    exp: iat + lifetimeSeconds,
  });
}

/** `__Host-` needs https; on local http the plain name is used. */
export function cookieName(surface: Surface, secure: boolean): string {
  return secure ? `__Host-preau-${surface}` : `preau-${surface}`;
}

function surfaceOf(request: FastifyRequest): Surface | null {
  const path = request.raw.url ?? '';
  if (path.startsWith('/api/family/')) return 'family';
  if (path.startsWith('/api/staff/')) return 'staff';
  return null;
}

declare module 'fastify' {
  interface FastifyInstance {
    signIn(reply: FastifyReply, claims: Claims): void;
    signOut(reply: FastifyReply, surface: Surface): void;
  }
}
