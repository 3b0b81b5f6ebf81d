import type { Weekday } from '@preau/domain/time/day';

type Named = { readonly number: Weekday; readonly short: string; readonly long: string };

/** The days of a week, as they head columns and as they are read aloud. */
export const weekdays: readonly Named[] = [
  { number: 1, short: 'lun.', long: 'lundi' },
  { number: 2, short: 'mar.', long: 'mardi' },
  { number: 3, short: 'mer.', long: 'mercredi' },
  { number: 4, short: 'jeu.', long: 'jeudi' },
  { number: 5, short: 'ven.', long: 'vendredi' },
  { number: 6, short: 'sam.', long: 'samedi' },
  { number: 7, short: 'dim.', long: 'dimanche' },
];
