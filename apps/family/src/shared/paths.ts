import type { Day } from '@preau/domain/time/day';

/** The steps of a new booking, in their order; the words are what a parent reads in the bar. */
export const bookingSteps = ['enfant', 'periode', 'planning', 'verification'] as const;
export type BookingStep = (typeof bookingSteps)[number];
/** What is chosen so far: it goes along from step to step. */
export type BookingPlace = { readonly child?: string; readonly period?: string };

export type PlanningPlace = { readonly child?: string; readonly week?: Day };

/** Addresses of the pages of one organisation. The words are what a parent reads in the bar. */
export function pathsOf(slug: string) {
  const root = `/o/${slug}`;
  return {
    root,
    signIn: (backTo?: string) =>
      `${root}/connexion${backTo ? `?${new URLSearchParams({ retour: backTo })}` : ''}`,
    activation: `${root}/activation`,
    forgottenPassword: `${root}/mot-de-passe-oublie`,
    resetPassword: `${root}/nouveau-mot-de-passe`,
    planning: ({ child, week }: PlanningPlace = {}) => {
      const query = new URLSearchParams({
        ...(child ? { enfant: child } : {}),
        ...(week ? { semaine: week } : {}),
      });
      return `${root}/planning${query.size > 0 ? `?${query}` : ''}`;
    },
    newBooking: `${root}/reservation`,
    bookingStep: (step: BookingStep, { child, period }: BookingPlace = {}) => {
      const query = new URLSearchParams({
        ...(child ? { enfant: child } : {}),
        ...(period ? { periode: period } : {}),
      });
      return `${root}/reservation/${step}${query.size > 0 ? `?${query}` : ''}`;
    },
    bookingReceipt: (id: string) => `${root}/reservation/termine/${id}`,
    news: (id: string) => `${root}/actualites/${id}`,
    invoices: `${root}/factures`,
    history: `${root}/historique`,
    legend: `${root}/legende`,
    reglement: `${root}/reglement`,
    legalPage: (address: string) => `${root}/${address}`,
    cart: `${root}/panier`,
    receipt: (id: string) => `${root}/confirmation/${id}`,
    bookingRequests: `${root}/reservations/demandes`,
    enrolments: `${root}/inscriptions`,
    documents: `${root}/demandes`,
    sendDocument: `${root}/demandes/envoyer`,
    account: `${root}/compte`,
    contact: `${root}/contact`,
  } as const;
}

export type Paths = ReturnType<typeof pathsOf>;

/** Where to go after signing in: only a page of the same organisation, never another site. */
export function safeReturn(slug: string, backTo: string | null): string {
  const paths = pathsOf(slug);
  const inside = backTo?.startsWith(`${paths.root}/`) && !backTo.includes('\\');
  return inside && backTo ? backTo : paths.root;
}
