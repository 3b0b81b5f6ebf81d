import { hoursByDay } from '@preau/ui/contact/opening-now';
import { counted } from '../../shared/format.ts';
import type { SettingsDraft, SettingsField } from './settings-draft.ts';

/** How far the portal follows the RGAA, in the words of the law. */
export const accessibilityWords: Readonly<Record<SettingsDraft['accessibility'], string>> = {
  none: 'Non conforme',
  partial: 'Partiellement conforme',
  full: 'Totalement conforme',
};

/** How families begin to book. */
export const bookingFlowWords: Readonly<Record<SettingsDraft['bookingFlow'], string>> = {
  planning: 'Directement sur le planning',
  wizard: 'Étape par étape',
};

/** The value of a field, told to who changes it at the same time as somebody else. */
export function valueWords(draft: SettingsDraft, field: SettingsField): string {
  if (field === 'accessibility') return accessibilityWords[draft.accessibility];
  if (field === 'bookingFlow') return bookingFlowWords[draft.bookingFlow];
  if (field === 'officeHours') {
    const days = hoursByDay(draft.officeHours).map(({ name, words }) => `${name} ${words}`);
    return days.join(', ') || 'aucune';
  }
  if (field === 'documentKinds') {
    const labels = draft.documentKinds.map(({ label }) => label).join(', ');
    const count = counted(draft.documentKinds.length, 'type', 'types');
    return labels === '' ? 'aucun' : `${count} : ${labels}`;
  }
  const value = draft[field];
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return value === '' ? 'rien' : `«\u00a0${value}\u00a0»`;
}
