import type { Surface } from '../platform/auth/actor.ts';

/**
 * Passwords of the demonstration. They are public, and exist in demo mode only: that mode listens
 * on this machine alone and says on every page that nothing is real.
 */
export const demoPasswords: Readonly<Record<Surface, string>> = {
  family: 'bienvenue-en-famille',
  staff: 'bienvenue-cote-mairie',
};

/** How to sign in to the demonstration, as it is printed at the start. */
export type DemoLogin = {
  readonly surface: Surface;
  readonly email: string;
  readonly password: string;
  readonly label: string;
};

export type DemoOrganisation = {
  readonly slug: string;
  readonly name: string;
  /** What it holds, where that is what it is for. */
  readonly size?: string;
  readonly logins: readonly DemoLogin[];
};
