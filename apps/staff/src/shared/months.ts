import { capitalised } from '@preau/ui/text/capitalised';

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `Décembre 2026`, of `2026-12`. */
export function monthTitle(month: string): string {
  const name = months[Number(month.slice(5)) - 1] ?? '';
  return `${capitalised(name)} ${month.slice(0, 4)}`;
}
