import { counted } from '../../shared/format.ts';
import type { OccupancyCell } from './occupancy.queries.ts';

/** How full a cell is, as its colour and its mark say. */
export type Band = 'none' | 'closed' | 'low' | 'half' | 'high' | 'partly' | 'full' | 'over';

/** The words of the legend, in its order. */
export const bandWords: Readonly<Record<Band, string>> = {
  low: 'moins de 50 %',
  half: '50 à 84 %',
  high: '85 à 99 %',
  partly: 'un groupe complet',
  full: 'complet',
  over: 'dépassé',
  closed: 'fermé',
  none: 'pas d’accueil',
};

/** Marks beside the colour: nobody has to tell one colour from another. */
export const bandMarks: Readonly<Record<Band, string>> = {
  none: '',
  closed: '✕',
  low: '',
  half: '',
  high: '',
  partly: '◐',
  full: '●',
  over: '▲',
};

const half = 0.5;
const high = 0.85;

/**
 * How full a unit is on a day. Places that other units took count as taken: what is left for this
 * one is what matters.
 */
export function bandOf(cell: OccupancyCell | null): Band {
  if (cell === null) return 'none';
  const { closed, over, groups, full, capacity, free } = cell;
  if (closed !== null) return 'closed';
  if (over > 0) return 'over';
  if (full >= groups) return 'full';
  if (full > 0) return 'partly';
  const share = capacity === 0 ? 1 : (capacity - free) / capacity;
  if (share >= high) return 'high';
  return share >= half ? 'half' : 'low';
}

/** What is read aloud of a cell, after its name: « 48 places prises, 2 places libres, 4 en attente ». */
export function cellSentence(cell: OccupancyCell | null): string {
  if (cell === null) return 'pas d’accueil';
  const { closed, taken, free, requested, waiting, offered } = cell;
  if (closed !== null) return closed === '' ? 'fermé' : `fermé : ${closed}`;
  const band = bandOf(cell);
  const isTold = band === 'full' || band === 'over' || band === 'partly';
  return [
    counted(taken, 'place prise', 'places prises'),
    ...(isTold ? [bandWords[band]] : []),
    ...(band === 'full' || band === 'over' ? [] : [counted(free, 'place libre', 'places libres')]),
    ...(requested > 0 ? [counted(requested, 'demande', 'demandes')] : []),
    ...(offered > 0 ? [counted(offered, 'place proposée', 'places proposées')] : []),
    ...(waiting > 0 ? [`${waiting} en attente`] : []),
  ].join(', ');
}
