import { client as api } from '@preau/api-client/family/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import type { Organisation } from './organisation.ts';
import { createQueryClient } from './query-client.ts';
import type { Me } from './session.ts';

/** What an invented server answers, by `METHOD path`; a function is told the request. */
export type Answers = Readonly<Record<string, unknown>>;

/** A refusal, as the server words it. */
export class Refusal {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    this.status = status;
    this.code = code;
  }
}

export const valDeLure: Organisation = {
  slug: 'val-de-lure',
  name: 'ALSH du Val-de-Lure',
  brandColor: '#0b6b5b',
  contact: {
    name: "l'ALSH",
    phone: '03 53 01 72 18',
    email: 'alsh@val-de-lure.example',
    address: '3 allée des Tilleuls',
  },
  officeHours: [],
  officeHoursText: 'du lundi au vendredi, 9 h – 12 h',
  timeZone: 'Europe/Paris',
  bookingFlow: 'planning',
  features: { enrolments: false, invoices: false, requests: true },
  labels: {
    news: 'Actualités',
    bookings: 'Mes réservations',
    invoices: 'Mes factures',
    requests: 'Mes demandes',
    enrolments: 'Mes inscriptions',
  },
  accessibility: 'none',
  townHallEmail: 'contact@preau.example',
  termsVersion: 1,
  demo: false,
};

export const claire: Me = {
  account: { id: 'c', email: 'claire@example.org', firstName: 'Claire', lastName: 'Durand' },
  household: { id: 'durand', name: 'Durand' },
  children: [{ id: 'lea', firstName: 'Léa', schoolClass: 'CE1' }],
  termsToAccept: false,
  organisation: valDeLure,
};

const usual: Answers = {
  'GET /api/family/organisations/val-de-lure': valDeLure,
  'GET /api/family/me': claire,
  'GET /api/family/news': { items: [] },
  'GET /api/family/offers': { items: [] },
  'GET /api/family/requests': {
    items: [],
    next: null,
    counts: { pending: 0, toPay: 0, refused: 0 },
  },
  'GET /api/family/booking-periods': { now: '2026-11-17T08:00:00.000Z', items: [] },
  'GET /api/family/enrolments': { schoolYears: [], schoolYear: '2026-2027', children: [] },
  'GET /api/family/documents/expected': { items: [] },
  'GET /api/family/documents': { items: [], next: null },
  'GET /api/family/cart': { revision: 0, updatedBy: null, totalCents: 0, lines: [] },
};

type Portal = {
  readonly answers?: Answers;
  /** Address below that of the organisation. */
  readonly at?: string;
  /** The pattern of that address; `null`: what is shown has its own routes. */
  readonly route?: string | null;
};

/**
 * Shows a page of the portal before an invented server.
 * @returns the requests that were made, as `METHOD path body`.
 */
export function showPortal(page: ReactNode, { answers = {}, at = '', route = at }: Portal = {}) {
  const asked: string[] = [];
  const server = async (request: Request): Promise<Response> => {
    const key = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(`${key} ${await request.clone().text()}`.trim());
    const known = { ...usual, ...answers }[key];
    const answer: unknown = typeof known === 'function' ? known(request) : known;
    if (answer instanceof Refusal) return refuse(answer);
    if (answer === undefined) return refuse(new Refusal(404, 'not-found'));
    if (answer === 'silent') throw new TypeError('Failed to fetch');
    return answer === null ? new Response(null, { status: 204 }) : Response.json(answer);
  };
  api.setConfig({ baseUrl: 'http://portal.example', fetch: server as typeof fetch });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[`/o/val-de-lure${at}`]}>
        {route === null ? (
          page
        ) : (
          <Routes>
            <Route path={`/o/:slug${route}`} element={page} />
            <Route path="*" element={<Elsewhere />} />
          </Routes>
        )}
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return asked;
}

function Elsewhere() {
  const { pathname, search } = useLocation();
  return <p>{`Ailleurs : ${pathname}${search}`}</p>;
}

function refuse({ status, code }: Refusal): Response {
  const body = { type: `/problems/${code}`, title: code, status, code, requestId: 'r-1' };
  return Response.json(body, { status });
}
