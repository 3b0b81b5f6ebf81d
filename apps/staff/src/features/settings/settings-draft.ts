import { draftedHours, type HoursDraft, writtenHours } from './office-hours-draft.ts';
import type { ChangedSettings, DocumentKind, Settings } from './settings.queries.ts';

/** A kind of document as it is being written; `code` is `null` until it is saved. */
export type KindDraft = {
  readonly key: string;
  readonly code: string | null;
  readonly label: string;
  readonly about: DocumentKind['about'];
  readonly help: string;
};

/** The settings as the form has them: each field by itself, so that two people's changes can meet. */
export type SettingsDraft = {
  readonly name: string;
  readonly contactName: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly officeHours: readonly HoursDraft[];
  readonly officeHoursText: string;
  readonly townHallEmail: string;
  readonly brandColor: string;
  readonly bookingFlow: Settings['bookingFlow'];
  readonly enrolments: boolean;
  readonly invoices: boolean;
  readonly requests: boolean;
  readonly newsLabel: string;
  readonly enrolmentsLabel: string;
  readonly bookingsLabel: string;
  readonly invoicesLabel: string;
  readonly requestsLabel: string;
  readonly documentKinds: readonly KindDraft[];
  readonly publisher: string;
  readonly dataProtectionContact: string;
  readonly accessibility: Settings['accessibility'];
};

export type SettingsField = keyof SettingsDraft;
/** Fields of one line of text. */
export type TextField = {
  [F in SettingsField]: SettingsDraft[F] extends string ? F : never;
}[Exclude<SettingsField, 'accessibility' | 'bookingFlow'>];

/** What each field is called on the page, and where the API has it. */
export const settingsFields: Readonly<
  Record<SettingsField, { readonly label: string; readonly pointer: string }>
> = {
  name: { label: 'Nom de l’organisation', pointer: '/body/name' },
  contactName: { label: 'Nom du service', pointer: '/body/contact/name' },
  phone: { label: 'Téléphone', pointer: '/body/contact/phone' },
  email: { label: 'Adresse e-mail', pointer: '/body/contact/email' },
  address: { label: 'Adresse postale', pointer: '/body/contact/address' },
  officeHours: { label: 'Permanences', pointer: '/body/officeHours' },
  officeHoursText: { label: 'Horaires en une phrase', pointer: '/body/officeHoursText' },
  townHallEmail: { label: 'Adresse pour les autres mairies', pointer: '/body/townHallEmail' },
  brandColor: { label: 'Couleur', pointer: '/body/brandColor' },
  bookingFlow: { label: 'Manière de réserver', pointer: '/body/bookingFlow' },
  enrolments: {
    label: 'Proposer les demandes d’inscription',
    pointer: '/body/features/enrolments',
  },
  invoices: { label: 'Proposer les factures', pointer: '/body/features/invoices' },
  requests: { label: 'Proposer les demandes', pointer: '/body/features/requests' },
  newsLabel: { label: 'Entrée des actualités', pointer: '/body/labels/news' },
  enrolmentsLabel: { label: 'Entrée des inscriptions', pointer: '/body/labels/enrolments' },
  bookingsLabel: { label: 'Entrée des réservations', pointer: '/body/labels/bookings' },
  invoicesLabel: { label: 'Entrée des factures', pointer: '/body/labels/invoices' },
  requestsLabel: { label: 'Entrée des demandes', pointer: '/body/labels/requests' },
  documentKinds: { label: 'Types de documents', pointer: '/body/documentKinds' },
  publisher: { label: 'Éditeur du portail', pointer: '/body/legal/publisher' },
  dataProtectionContact: {
    label: 'Contact pour les données personnelles',
    pointer: '/body/legal/dataProtectionContact',
  },
  accessibility: { label: 'Conformité au RGAA', pointer: '/body/accessibility' },
};

export const fieldNames = Object.keys(settingsFields) as readonly SettingsField[];

export function draftOf(settings: Settings): SettingsDraft {
  const { contact, features, labels, legal } = settings;
  return {
    name: settings.name,
    contactName: contact.name,
    phone: contact.phone,
    email: contact.email,
    address: contact.address,
    officeHours: draftedHours(settings.officeHours),
    officeHoursText: settings.officeHoursText,
    townHallEmail: settings.townHallEmail ?? '',
    brandColor: settings.brandColor,
    bookingFlow: settings.bookingFlow,
    enrolments: features.enrolments,
    invoices: features.invoices,
    requests: features.requests,
    newsLabel: labels.news,
    enrolmentsLabel: labels.enrolments,
    bookingsLabel: labels.bookings,
    invoicesLabel: labels.invoices,
    requestsLabel: labels.requests,
    documentKinds: settings.documentKinds.map((kind) => ({ ...kind, key: kind.code })),
    publisher: legal.publisher,
    dataProtectionContact: legal.dataProtectionContact,
    accessibility: settings.accessibility,
  };
}

/** @param revision the one it was written from. */
export function changeOf(draft: SettingsDraft, revision: number): ChangedSettings {
  const text = (field: TextField) => draft[field].trim();
  const townHallEmail = text('townHallEmail');
  return {
    revision,
    name: text('name'),
    contact: {
      name: text('contactName'),
      phone: text('phone'),
      email: text('email'),
      address: text('address'),
    },
    officeHours: writtenHours(draft.officeHours),
    officeHoursText: text('officeHoursText'),
    townHallEmail: townHallEmail === '' ? null : townHallEmail,
    brandColor: text('brandColor').toLowerCase(),
    bookingFlow: draft.bookingFlow,
    features: {
      enrolments: draft.enrolments,
      invoices: draft.invoices,
      requests: draft.requests,
    },
    labels: {
      news: text('newsLabel'),
      enrolments: text('enrolmentsLabel'),
      bookings: text('bookingsLabel'),
      invoices: text('invoicesLabel'),
      requests: text('requestsLabel'),
    },
    documentKinds: codedKinds(draft.documentKinds),
    legal: {
      publisher: text('publisher'),
      dataProtectionContact: text('dataProtectionContact'),
    },
    accessibility: draft.accessibility,
  };
}

const longestCode = 36;

/** Kinds as they are sent: a new one gets a code of its own, from its label. */
export function codedKinds(kinds: readonly KindDraft[]): DocumentKind[] {
  const taken = new Set(kinds.flatMap(({ code }) => code ?? []));
  return kinds.map(({ code, label, about, help }) => {
    const own = code ?? freeCode(label, taken);
    taken.add(own);
    return { code: own, label: label.trim(), about, help: help.trim() };
  });
}

function freeCode(label: string, taken: ReadonlySet<string>): string {
  const base =
    label
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, longestCode)
      .replaceAll(/^-+|-+$/g, '') || 'document';
  let code = base;
  for (let next = 2; taken.has(code); next += 1) code = `${base}-${next}`;
  return code;
}

/** As it is compared: what is sent of it. */
const valueOf = (draft: SettingsDraft, field: SettingsField): string => {
  const value = draft[field];
  if (field === 'officeHours') return JSON.stringify(writtenHours(draft.officeHours));
  if (field === 'documentKinds') return JSON.stringify(codedKinds(draft.documentKinds));
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
};

/** The fields in which two drafts differ. */
export const differing = (one: SettingsDraft, other: SettingsDraft): SettingsField[] =>
  fieldNames.filter((field) => valueOf(one, field) !== valueOf(other, field));

/** What one has changed since `base`, on what somebody else has saved since. */
export function rebased(
  mine: SettingsDraft,
  base: SettingsDraft,
  theirs: SettingsDraft,
): SettingsDraft {
  const changed = differing(mine, base);
  return { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) };
}
