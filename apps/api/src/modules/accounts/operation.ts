import type { Surface } from '../../platform/auth/actor.ts';

/** Operation names are unique in the OpenAPI document: those of the staff say so. */
export function operation(surface: Surface, name: string): string {
  return surface === 'family' ? name : `staff${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
