import type { Day } from '@preau/domain/time/day';

/** Addresses of the staff pages of one organisation. */
export function pathsOf(slug: string) {
  const root = `/staff/${slug}`;
  return {
    root,
    signIn: (backTo?: string) =>
      `${root}/connexion${backTo ? `?${new URLSearchParams({ retour: backTo })}` : ''}`,
    forgottenPassword: `${root}/mot-de-passe-oublie`,
    today: (on?: Day) => `${root}/aujourdhui${on ? `?jour=${on}` : ''}`,
    families: `${root}/familles`,
  } as const;
}

/** Where to go after signing in: only a page of the same organisation, never another site. */
export function safeReturn(slug: string, backTo: string | null): string {
  const paths = pathsOf(slug);
  const inside = backTo?.startsWith(`${paths.root}/`) && !backTo.includes('\\');
  return inside && backTo ? backTo : paths.today();
}
