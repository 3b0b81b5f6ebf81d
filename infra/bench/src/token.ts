import { createHmac } from 'node:crypto';

/** The same for a clerk of the office. */
export function staffCookie(
  secret: string,
  session: { organisationId: string; accountId: string; sessionId: string },
): string {
  return cookieOf(secret, 'staff', { ...session, householdId: null });
}

/** Signs in without a password: the server's own token, made with the benchmark's secret. */
export function familyCookie(
  secret: string,
  session: { organisationId: string; accountId: string; sessionId: string; householdId: string },
): string {
  return cookieOf(secret, 'family', session);
}

function cookieOf(
  secret: string,
  surface: 'family' | 'staff',
  session: {
    organisationId: string;
    accountId: string;
    sessionId: string;
    householdId: string | null;
  },
): string {
  const seconds = Math.floor(Date.now() / 1_000);
  const head = encode({ alg: 'HS256', typ: 'JWT', kid: 'session-1' });
  const payload = encode({
    aud: surface,
    sub: session.accountId,
    org: session.organisationId,
    sid: session.sessionId,
    hid: session.householdId,
    iat: seconds,
    exp: seconds + 600,
  });
  const signature = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url');
  return `preau-${surface}=${head}.${payload}.${signature}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
