import type { HistoryEntry } from './bookings.queries.ts';

type Who = HistoryEntry['who'];

const unnamed: Readonly<Record<Who['kind'], string>> = {
  guardian: 'un responsable',
  staff: 'le service',
  system: 'automatiquement',
};

/** Who did it: a parent or a colleague by name, or nobody. */
export function whoWords({ kind, name }: Who): string {
  return name === null ? unnamed[kind] : `par ${name}`;
}
