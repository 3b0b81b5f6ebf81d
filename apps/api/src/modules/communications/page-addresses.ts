import type { Surface } from '../../platform/auth/actor.ts';

const home: Record<Surface, string> = { family: 'o', staff: 'staff' };

/**
 * Addresses of pages as e-mails give them: those of the pages' own routers. A token stands after `#`: browsers send it to no server
 * and no log keeps it.
 */
export function pageAddresses(publicUrl: string, slug: string) {
  const base = publicUrl.replace(/\/$/, '');
  const at = (surface: Surface) => `${base}/${home[surface]}/${slug}`;
  return {
    activation: (surface: Surface, token: string) => `${at(surface)}/activation#${token}`,
    reset: (surface: Surface, token: string) => `${at(surface)}/nouveau-mot-de-passe#${token}`,
    forgotten: (surface: Surface) => `${at(surface)}/mot-de-passe-oublie`,
    receipt: (confirmationId: string) => `${at('family')}/confirmation/${confirmationId}`,
    planning: (childId: string, week: string) =>
      `${at('family')}/planning?${new URLSearchParams({ enfant: childId, semaine: week }).toString()}`,
    documents: `${at('family')}/demandes`,
    bookingRequests: `${at('family')}/reservations/demandes`,
    enrolments: `${at('family')}/inscriptions`,
  };
}
