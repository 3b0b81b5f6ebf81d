import { failureOf } from '@preau/api-client/failure';
import { isHexColor } from '@preau/ui/theme/oklch';
import {
  fieldNames,
  type SettingsDraft,
  type SettingsField,
  settingsFields,
  type TextField,
} from './settings-draft.ts';

/** What is wrong, by field; a kind of document by `documentKinds.<key>`. */
export type SettingsErrors = ReadonlyMap<string, string>;

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const needed: readonly (readonly [TextField, string])[] = [
  ['name', 'Indiquez le nom de l’organisation.'],
  ['contactName', 'Indiquez comment nommer le service.'],
  ['newsLabel', 'Donnez un nom à cette entrée.'],
  ['enrolmentsLabel', 'Donnez un nom à cette entrée.'],
  ['bookingsLabel', 'Donnez un nom à cette entrée.'],
  ['invoicesLabel', 'Donnez un nom à cette entrée.'],
  ['requestsLabel', 'Donnez un nom à cette entrée.'],
];

/** What the form can tell by itself, before anything is sent. */
export function errorsOf(draft: SettingsDraft): SettingsErrors {
  const errors = new Map<string, string>();
  for (const [field, message] of needed) {
    if (draft[field].trim() === '') errors.set(field, message);
  }
  const emails = ['email', 'dataProtectionContact', 'townHallEmail'] as const;
  for (const field of emails) {
    const isOptional = field === 'townHallEmail' && draft[field].trim() === '';
    if (!isOptional && !emailShape.test(draft[field].trim())) {
      errors.set(field, 'Écrivez une adresse complète, comme nom@exemple.fr.');
    }
  }
  if (!isHexColor(draft.brandColor.trim())) {
    errors.set('brandColor', 'Écrivez un # suivi de six chiffres ou lettres de a à f.');
  }
  for (const { key, from, until } of draft.officeHours) {
    const message = hoursError({ from, until });
    if (message !== null) errors.set(`officeHours.${key}`, message);
  }
  for (const { key, label } of draft.documentKinds) {
    if (label.trim() === '') errors.set(`documentKinds.${key}`, 'Donnez un nom à ce document.');
  }
  return errors;
}

function hoursError({ from, until }: { readonly from: string; readonly until: string }) {
  if (from === '' || until === '') return 'Indiquez le début et la fin.';
  return from < until ? null : 'La fin doit venir après le début.';
}

/** What the server refused, where the form can show it. */
export function refusedFields(error: unknown, draft: SettingsDraft): SettingsErrors {
  const failure = error ? failureOf(error) : null;
  if (failure?.kind !== 'problem') return new Map();
  const pointers = (failure.problem.errors ?? []).map(({ pointer }) => pointer);
  const message = 'Cette information n’est pas acceptée telle quelle.';
  const isRefused = (field: SettingsField) => pointers.includes(settingsFields[field].pointer);
  const kinds = draft.documentKinds.filter((_kind, at) =>
    pointers.some((pointer) => pointer.startsWith(`/body/documentKinds/${at}/`)),
  );
  return new Map([
    ...fieldNames.filter(isRefused).map((field) => [field, message] as const),
    ...kinds.map(({ key }) => [`documentKinds.${key}`, message] as const),
  ]);
}
