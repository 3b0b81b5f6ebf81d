import type { Day } from '@preau/domain/time/day';

export type TodayPlace = { readonly on?: Day | null; readonly facility?: string | null };

/** Addresses of the staff pages of one organisation. The words are what is read in the bar. */
export function pathsOf(slug: string) {
  const root = `/staff/${slug}`;
  return {
    root,
    signIn: (backTo?: string) =>
      `${root}/connexion${backTo ? `?${new URLSearchParams({ retour: backTo })}` : ''}`,
    forgottenPassword: `${root}/mot-de-passe-oublie`,
    /** Without a day: the present one, whenever the page is opened. */
    today: ({ on, facility }: TodayPlace = {}) => {
      const query = new URLSearchParams({
        ...(on ? { jour: on } : {}),
        ...(facility ? { site: facility } : {}),
      });
      return `${root}/aujourdhui${query.size > 0 ? `?${query}` : ''}`;
    },
    families: (filter?: string | null) =>
      `${root}/familles${filter ? `?${new URLSearchParams({ etat: filter })}` : ''}`,
    newFamily: `${root}/familles/nouvelle`,
    family: (id: string, monday?: Day | null) =>
      `${root}/familles/${id}${monday ? `?${new URLSearchParams({ semaine: monday })}` : ''}`,
    changeFamily: (id: string) => `${root}/familles/${id}/modifier`,
    inbox: `${root}/demandes`,
    occupancy: `${root}/occupation`,
    calendar: `${root}/calendrier`,
    bookingRequests: `${root}/demandes/reservations`,
    enrolmentRequests: `${root}/demandes/inscriptions`,
    documentRequests: `${root}/demandes/documents`,
    news: `${root}/actualites`,
    newNews: `${root}/actualites/nouvelle`,
    editNews: (id: string) => `${root}/actualites/${id}`,
    settings: `${root}/reglages`,
    /** @param page its word in the address: « mentions-legales ». */
    legalPage: (page: string) => `${root}/reglages/pages/${page}`,
    account: `${root}/compte`,
    /** Where the families of the same organisation sign in. */
    familyPortal: `/o/${slug}`,
  } as const;
}

/** Where to go after signing in: only a page of the same organisation, never another site. */
export function safeReturn(slug: string, backTo: string | null): string {
  const paths = pathsOf(slug);
  const inside = backTo?.startsWith(`${paths.root}/`) && !backTo.includes('\\');
  return inside && backTo ? backTo : paths.today();
}
