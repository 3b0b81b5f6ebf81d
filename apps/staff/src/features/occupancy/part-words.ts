import { capitalised } from '@preau/ui/text/capitalised';

/** Parts of the day as the règlements of the demonstration name them. */
const words: Readonly<Record<string, string>> = {
  before_school: 'Avant l’école',
  after_school: 'Après l’école',
  morning: 'Matin',
  lunch: 'Midi',
  afternoon: 'Après-midi',
  study: 'Étude',
};

/** A part of the day in words; a règlement may name others. */
export function partWord(part: string): string {
  return words[part] ?? capitalised(part.replaceAll('_', ' '));
}
