import { type Day, isDay } from '@preau/domain/time/day';
import type { DeclaredClosure } from './closures.queries.ts';

export type DraftErrors = { from?: string; until?: string; label?: string };

const shortestLabel = 2;

/** What is missing or wrong in a closure being written, by field. */
export function draftErrors({ from, until, label }: DeclaredClosure, today: Day): DraftErrors {
  const errors: DraftErrors = {};
  if (!isDay(from)) errors.from = 'Choisissez le premier jour.';
  else if (from < today) errors.from = 'Une fermeture commence au plus tôt aujourd’hui.';
  if (!isDay(until)) errors.until = 'Choisissez le dernier jour.';
  else if (until < from) errors.until = 'Le dernier jour vient après le premier.';
  if (label.trim().length < shortestLabel) errors.label = 'Indiquez pourquoi, en quelques mots.';
  return errors;
}
