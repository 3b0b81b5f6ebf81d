import { failureOf } from '@preau/api-client/failure';
import { isDay } from '@preau/domain/time/day';
import { problemMessage } from '../../../shared/problem-messages.ts';
import { type HouseholdDraft, nameOf } from './draft.ts';

/** What is wrong, by field: `name`, `g.<key>.email`, `c.<key>.birthOn`, `c.<key>`, `quotient`. */
export type DraftErrors = ReadonlyMap<string, string>;

/** A child the server already knows, as it tells: of which household. */
export type KnownChild = {
  /** The child of the form. */
  readonly key: string;
  readonly childId: string;
  readonly householdId: string;
  readonly household: string;
};

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phoneShape = /^\+?[\d ./()-]{6,30}$/;

/** What the form can tell by itself, before anything is sent. */
export function errorsOf(draft: HouseholdDraft, today: string): DraftErrors {
  const errors = new Map<string, string>();
  const require = (field: string, value: string, message: string) => {
    if (value.trim() === '') errors.set(field, message);
  };
  if (nameOf(draft) === '') errors.set('name', 'Indiquez le nom de la famille.');
  const emails = new Set<string>();
  for (const { key, firstName, lastName, email, phone } of draft.guardians) {
    require(`g.${key}.firstName`, firstName, 'Indiquez le prénom.');
    require(`g.${key}.lastName`, lastName, 'Indiquez le nom.');
    const address = email.trim().toLowerCase();
    if (!emailShape.test(address)) {
      errors.set(`g.${key}.email`, 'Écrivez une adresse complète, comme nom@exemple.fr.');
    } else if (emails.has(address)) {
      errors.set(`g.${key}.email`, 'Chaque responsable doit avoir sa propre adresse.');
    }
    emails.add(address);
    if (phone.trim() !== '' && !phoneShape.test(phone.trim())) {
      errors.set(`g.${key}.phone`, 'Écrivez le numéro en chiffres, comme 06 12 34 56 78.');
    }
  }
  for (const { key, firstName, lastName, birthOn } of draft.children) {
    require(`c.${key}.firstName`, firstName, 'Indiquez le prénom.');
    require(`c.${key}.lastName`, lastName, 'Indiquez le nom.');
    if (!isDay(birthOn)) {
      errors.set(`c.${key}.birthOn`, 'Indiquez la date de naissance.');
    } else if (birthOn > today) {
      errors.set(`c.${key}.birthOn`, 'Cette date est à venir.');
    }
  }
  if (draft.children.length + draft.shared.length === 0) {
    errors.set('children', 'Ajoutez au moins un enfant.');
  }
  const quotient = draft.quotient.trim();
  if (quotient !== '' && !(/^\d{1,6}$/.test(quotient) && Number(quotient) <= 100_000)) {
    errors.set('quotient', 'Écrivez un nombre entier, sans centimes.');
  }
  if (quotient !== '' && !isDay(draft.quotientFrom)) {
    errors.set('quotientFrom', 'Indiquez depuis quand il vaut.');
  }
  return errors;
}

/** The field of the form a pointer of the server's answer means; `null` when it means none. */
export function fieldAt(pointer: string, draft: HouseholdDraft): string | null {
  const [, part = '', list = '', at = '', name] = pointer.split('/');
  if (part !== 'body') return null;
  const known = <T extends { readonly id: string | null }>(all: readonly T[]) => {
    const ofThem = all.filter(({ id }) => id !== null);
    // A new household has new people alone, under the names of those who are there.
    return ofThem.length > 0 ? ofThem : all;
  };
  const lists: Readonly<Record<string, readonly [string, readonly { readonly key: string }[]]>> = {
    guardians: ['g', known(draft.guardians)],
    newGuardians: ['g', draft.guardians.filter(({ id }) => id === null)],
    children: ['c', known(draft.children)],
    newChildren: ['c', draft.children.filter(({ id }) => id === null)],
  };
  const named = lists[list];
  if (!named) return list === '' ? null : list;
  const [prefix, people] = named;
  const person = people[Number(at)];
  if (!person) return list;
  return name === undefined ? `${prefix}.${person.key}` : `${prefix}.${person.key}.${name}`;
}

/** What the server refused, where the form can show it. */
export function refusedFields(error: unknown, draft: HouseholdDraft): DraftErrors {
  const failure = failureOf(error);
  if (failure.kind !== 'problem') return new Map();
  const { code, errors = [] } = failure.problem;
  const shape = 'Cette information n’est pas acceptée telle quelle.';
  const message = code === 'invalid' ? shape : problemMessage(error);
  return new Map(
    errors.flatMap(({ pointer }) => {
      const field = fieldAt(pointer, draft);
      return field === null ? [] : [[field, message] as const];
    }),
  );
}

/** The child the server knows already, when that is why it refused. */
export function knownChildIn(error: unknown, draft: HouseholdDraft): KnownChild | null {
  const failure = failureOf(error);
  if (failure.kind !== 'problem' || failure.problem.code !== 'child-known') return null;
  const { params = {}, errors = [] } = failure.problem;
  const field = fieldAt(errors[0]?.pointer ?? '', draft);
  const { childId, householdId, household } = params;
  if (field === null || typeof childId !== 'string' || typeof householdId !== 'string') return null;
  return { key: field.slice(2), childId, householdId, household: String(household ?? '') };
}

/** The household that has an address already, when that is why it was refused. */
export function addressOwnerIn(error: unknown): { id: string; name: string } | null {
  const failure = failureOf(error);
  if (failure.kind !== 'problem' || failure.problem.code !== 'email-known') return null;
  const { householdId, household } = failure.problem.params ?? {};
  return typeof householdId === 'string'
    ? { id: householdId, name: String(household ?? '') }
    : null;
}
