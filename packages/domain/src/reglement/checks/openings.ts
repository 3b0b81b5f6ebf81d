import { isDay } from '../../time/day.ts';
import { isClockTime } from '../../time/instant.ts';
import type {
  ActivityRules,
  BookingWindow,
  DaysRule,
  Moment,
  Opening,
  ReglementDocument,
  TurnOwner,
} from '../document.ts';
import { checkConditions } from './conditions.ts';
import { type Names, checkCodes } from './names.ts';
import type { Place } from './place.ts';
import { checkClock, checkCount, checkDayOfMonth, checkFromZero, checkSpan } from './scalars.ts';

/** Nobody of that age is a child any more. */
const OLDEST = 26;

export function checkOpening(
  place: Place,
  opening: Opening,
  document: ReglementDocument,
  names: Names,
): void {
  switch (opening.kind) {
    case 'always':
    case 'announced':
      return;
    case 'precedingMonth':
      checkDayOfMonth(place.at(['day']), opening.day);
      checkClock(place.at(['at']), opening.at);
      return checkTurns(place, opening.staggered, names, (here, { day, at }) => {
        checkDayOfMonth(here.at(['day']), day);
        if (at !== undefined) checkClock(here.at(['at']), at);
      });
    case 'daysBefore':
      checkCount(place.at(['days']), opening.days, 'jours');
      checkClock(place.at(['at']), opening.at);
      return checkTurns(place, opening.staggered, names, (here, { days, at }) => {
        checkCount(here.at(['days']), days, 'jours');
        if (at !== undefined) checkClock(here.at(['at']), at);
      });
    case 'windows': {
      const { windows } = opening;
      const here = place.at(['windows']);
      if (windows.length === 0) here.wrong('aucune fenêtre');
      checkCodes(here, windows, 'la fenêtre', 'définie');
      return windows.forEach((window, at) =>
        checkWindow(here.at([at], `fenêtre « ${window.code} »`), window, document, names),
      );
    }
  }
}

function checkWindow(
  place: Place,
  { sessions, opens, closes, staggered }: BookingWindow,
  { validFrom, validUntil }: ReglementDocument,
  names: Names,
): void {
  checkSpan(place.at(['sessions']), sessions);
  if (sessions.until < validFrom || (validUntil !== null && sessions.from > validUntil)) {
    place.at(['sessions']).wrong('ses jours sont hors de la validité du règlement');
  }
  const closesAt = closes !== null && checkMoment(place.at(['closes']), closes) ? closes : null;
  checkOpens(place.at(['opens']), opens, closesAt, sessions);
  checkTurns(place, staggered, names, (here, turn) =>
    checkOpens(here.at(['opens']), turn.opens, closesAt, sessions),
  );
}

/** Each turn is somebody's; when it comes is for `check` to judge. */
function checkTurns<Turn extends TurnOwner>(
  place: Place,
  turns: readonly Turn[] = [],
  names: Names,
  check: (place: Place, turn: Turn) => void,
): void {
  turns.forEach((turn, at) => {
    const here = place.at(['staggered', at]);
    if (turn.group === undefined && (turn.when ?? []).length === 0) {
      here.wrong('ce tour ne dit pas à qui il est : « group » ou « when »');
    }
    checkConditions(here.at(['when']), turn.when, names);
    check(here, turn);
  });
}

function checkOpens(
  place: Place,
  opens: Moment,
  closes: Moment | null,
  sessions: BookingWindow['sessions'],
): void {
  if (!checkMoment(place, opens)) return;
  if (closes !== null && keyOf(opens) >= keyOf(closes))
    place.wrong('la fenêtre ferme avant d’ouvrir');
  else if (opens.on > sessions.until) place.wrong('la fenêtre ouvre après ses jours');
}

function checkMoment(place: Place, { on, at }: Moment): boolean {
  if (isDay(on) && isClockTime(at)) return true;
  place.wrong(`date illisible (${on} ${at})`);
  return false;
}

/** Moments of one organisation compare as they read. */
function keyOf({ on, at }: Moment): string {
  return `${on} ${at}`;
}

/** Ages that some child has, and numbers of days that a week, or a month, has. */
export function checkAttendance(place: Place, { days, ages }: ActivityRules): void {
  days.forEach((rule, at) => checkDays(place.at(['days', at]), rule));
  if (ages === null) return;
  const here = place.at(['ages']);
  checkFromZero(here.at(['from']), ages.from ?? undefined, 'années');
  checkCount(here.at(['below']), ages.below ?? undefined, 'années');
  if (Math.max(ages.from ?? 0, ages.below ?? 0) > OLDEST) {
    here.wrong(`un enfant n’a pas plus de ${OLDEST} ans`);
  } else if (ages.from !== null && ages.below !== null && ages.below <= ages.from) {
    here.at(['below']).wrong(`aucun âge entre ${ages.from} et ${ages.below} ans`);
  }
}

const longest = { week: 7, month: 31, period: 366 } as const;

function checkDays(place: Place, { per, min, max, minWithPublicHoliday, leave }: DaysRule): void {
  const impossible = [min, max, minWithPublicHoliday ?? null, leave ?? null].some(
    (count) => count !== null && (!Number.isInteger(count) || count < 1 || count > longest[per]),
  );
  if (impossible) place.wrong('nombre de jours impossible');
  else if (min !== null && max !== null && max < min) {
    place.at(['max']).wrong(`le maximum de jours (${max}) est sous le minimum (${min})`);
  } else if (min === null && max === null && leave === undefined) {
    place.wrong('cette règle ne dit rien : « min », « max » ou « leave »');
  }
}
