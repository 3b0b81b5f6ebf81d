import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Day, Weekday } from '@preau/domain/time/day';
import type { WrittenSettings } from '../modules/organisations/organisations.public.ts';
import type { Fate } from './lives/fates.ts';
import type { StaffRole } from '../platform/auth/actor.ts';

/** Weekdays on which a child usually comes, by code of the unit. */
export type Habits = Readonly<Record<string, readonly Weekday[]>>;

export type DemoChild = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthOn: Day;
  /** Keys of the facilities where the child is enrolled: the school, often the leisure centre. */
  readonly facilities: readonly string[];
  /** Older than the children of a school, and welcome all the same: where, in which year. */
  readonly olderThanSchool?: OlderThanSchool;
  readonly allergies: string | null;
  readonly habits: Habits;
  /** On this child's planning every state of a cell is to be seen. */
  readonly showcase: boolean;
};

export type OlderThanSchool = {
  readonly schoolClass: string;
  readonly schoolYear: string;
  readonly group: AgeGroupCode;
};

export type DemoGuardian = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  /** `expired`: invited long ago; `bounced`: the address refused the invitation. */
  readonly access: 'none' | 'invited' | 'expired' | 'bounced' | 'active';
  /** Where not said, who has an access has accepted the terms. */
  readonly acceptsTerms?: boolean;
};

/** Separated parents: the same child stands in two households. */
export type DemoHousehold = {
  readonly id: string;
  readonly name: string;
  /** `null`: no document was given. */
  readonly quotient: number | null;
  /** Where not said, it is. */
  readonly fileComplete?: boolean;
  readonly guardians: readonly DemoGuardian[];
  readonly children: readonly DemoChild[];
};

export type DemoFacility = {
  readonly key: string;
  readonly name: string;
  /** Codes of the activities of the règlement offered there. */
  readonly activities: readonly string[];
  /** Places by part of the day, then age group. */
  readonly places: Readonly<Record<string, Readonly<Partial<Record<AgeGroupCode, number>>>>>;
  /** What shows « Fermé »: one activity the next day it runs, or the whole site a little later. */
  readonly closing: { readonly activity: string | null; readonly label: string };
};

export type DemoStaff = {
  readonly displayName: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Key of the only facility the role is for; `null` = all of them. */
  readonly facility: string | null;
};

/** A piece of news, by its days from today. */
export type DemoNews = {
  readonly kind: 'information' | 'closure' | 'prices' | 'rules';
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly important: boolean;
  readonly from: number;
  /** `null` = no end. */
  readonly until: number | null;
  readonly published: boolean;
};

/** A document that a parent sent some days ago; decided the day after, where it is. */
export type DemoDocument = {
  readonly sender: string;
  readonly kind: string;
  /** First name of the child it is about; `null` = the household. */
  readonly child: string | null;
  readonly note: string;
  readonly fileName: string;
  readonly daysAgo: number;
  readonly decision: 'accepted' | { readonly refused: string } | null;
};

/** Turns that are to be seen for one child, on days of some units, or of any. */
export type DemoStory = {
  readonly childId: string;
  readonly fates: readonly Fate[];
  readonly units?: readonly string[];
};

/** An enrolment that is not simply accepted, for the present school year. */
export type DemoEnrolment = {
  readonly childId: string;
  /** Code of the activity, in one of the facilities of the child. */
  readonly activity: string;
  readonly state: 'none' | 'requested' | 'incomplete' | 'waitlisted' | 'refused' | 'ended';
  readonly daysAgo: number;
  readonly note?: string;
  /** What the office answered; needed where it refused, or asked for more. */
  readonly reason?: string;
};

/** A household or a member of staff worth signing in as, and why. */
export type Told = { readonly email: string; readonly label: string };

/** Everything one organisation of the demonstration is made of. */
export type DemoTown = {
  readonly slug: string;
  readonly name: string;
  readonly settings: WrittenSettings;
  readonly document: ReglementDocument;
  readonly facilities: readonly DemoFacility[];
  readonly households: readonly DemoHousehold[];
  readonly staff: readonly DemoStaff[];
  readonly news?: readonly DemoNews[];
  readonly documents?: readonly DemoDocument[];
  readonly told: readonly Told[];
  /** Where the service answers requests, or one pays first: what is to be seen of it. */
  readonly stories?: readonly DemoStory[];
  readonly enrolments?: readonly DemoEnrolment[];
  /** Households that have not given the documents the règlement asks for. */
  readonly withoutDocuments?: readonly string[];
  /** Units a showcase child holds on the days where everything is booked. */
  readonly showcaseUnits: readonly string[];
  /** Units that have no place left on some days. */
  readonly fullUnits: readonly string[];
};

export type AgeGroupCode = 'maternelle' | 'elementaire';

export const ageGroups: readonly { readonly code: AgeGroupCode; readonly label: string }[] = [
  { code: 'maternelle', label: 'Maternelle' },
  { code: 'elementaire', label: 'Élémentaire' },
];
