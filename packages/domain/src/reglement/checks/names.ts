import type { Weekday } from '../../time/day.ts';
import type { ActivityKind, ReglementDocument } from '../document.ts';
import { nearestName } from '../nearest-name.ts';
import type { Place } from './place.ts';

/** Every name a document gives, for what refers to it, and when what it offers takes place. */
export type Names = {
  readonly activities: readonly string[];
  readonly units: readonly string[];
  readonly residences: readonly string[];
  readonly schemes: readonly string[];
  readonly flags: readonly string[];
  readonly modes: readonly string[];
  readonly extras: readonly string[];
  readonly runs: Runs;
};

export type Runs = {
  readonly weekdays: ReadonlySet<Weekday>;
  readonly seasons: ReadonlySet<'term' | 'holidays'>;
};

/** Kinds of names, as a sentence has them: « « x » n’est pas une unité de ce règlement ». */
const kinds = {
  activities: 'une activité',
  units: 'une unité',
  residences: 'une classe de domicile',
  schemes: 'un régime social',
  flags: 'une situation (flags)',
  modes: 'un mode de réservation',
  extras: 'un supplément (extras)',
} as const satisfies Readonly<Partial<Record<keyof Names, string>>>;

const WEDNESDAY: Weekday = 3;
const workweek: readonly Weekday[] = [1, 2, 3, 4, 5];

export function namesOf({ profile, activities, calendar }: ReglementDocument): Names {
  const units = activities.flatMap((activity) => activity.units);
  const running = activities.map(({ kind }) => runsOf(kind, calendar.schoolWeek));
  return {
    activities: activities.map(({ code }) => code),
    units: units.map(({ code }) => code),
    residences: (profile?.residences ?? []).map(({ code }) => code),
    schemes: (profile?.schemes ?? []).map(({ code }) => code),
    flags: (profile?.flags ?? []).map(({ code }) => code),
    modes: (profile?.modes ?? []).map(({ code }) => code),
    extras: units.flatMap(({ extras = [] }) => extras.map(({ code }) => code)),
    runs: {
      weekdays: new Set(running.flatMap(({ weekdays }) => [...weekdays])),
      seasons: new Set(running.flatMap(({ seasons }) => [...seasons])),
    },
  };
}

/** When an activity of that kind takes place. */
export function runsOf(kind: ActivityKind, schoolWeek: readonly Weekday[]): Runs {
  switch (kind) {
    case 'wraparound':
    case 'lunch':
    case 'study':
      return { weekdays: new Set(schoolWeek), seasons: new Set(['term']) };
    case 'wednesday':
      return { weekdays: new Set([WEDNESDAY]), seasons: new Set(['term']) };
    case 'holiday':
      return { weekdays: new Set(workweek), seasons: new Set(['holidays']) };
  }
}

/** Tells a name that the document does not give, and the one that was likely meant. */
export function checkName(
  place: Place,
  kind: keyof typeof kinds,
  written: string,
  known: readonly string[],
): void {
  if (known.includes(written)) return;
  const nearest = nearestName(written, known);
  const meant = nearest === null ? '' : ` ; vouliez-vous dire « ${nearest} » ?`;
  place.wrong(`« ${written} » n’est pas ${kinds[kind]} de ce règlement${meant}`);
}

export function checkNames(
  place: Place,
  kind: keyof typeof kinds,
  written: readonly string[] | undefined,
  known: readonly string[],
): void {
  if (written?.length === 0) place.wrong('la liste est vide');
  written?.forEach((name, at) => {
    checkName(place.at([at]), kind, name, known);
    if (written.indexOf(name) < at) place.at([at]).wrong(`« ${name} » y est deux fois`);
  });
}

/** Tells each code given twice; `title` is what bears it: « l’unité ». */
export function checkCodes(
  place: Place,
  bearers: readonly { readonly code: string }[],
  title: string,
  twice: string,
): void {
  bearers.forEach(({ code }, at) => {
    const first = bearers.findIndex((other) => other.code === code);
    if (first < at) place.at([at, 'code']).wrong(`${title} « ${code} » est ${twice} deux fois`);
  });
}
