import type { Surface } from '../../platform/auth/actor.ts';
import type { AccountRefusal } from './accounts.errors.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Shortest passwords, in characters. Length is the only rule (CNIL 2022-100): no composition. */
export const minPasswordLength: Record<Surface, number> = { family: 12, staff: 15 };

/** Why a password may not be chosen, or `null`. */
export function passwordRefusal(password: string, surface: Surface): AccountRefusal | null {
  const minLength = minPasswordLength[surface];
  if (Array.from(password).length < minLength)
    return { code: 'weak-password', rule: 'too-short', minLength };
  if (isCommonPassword(password)) return { code: 'weak-password', rule: 'too-common', minLength };
  return null;
}
