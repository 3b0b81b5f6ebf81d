import type { CalendarRules, DatedSpan, ProfileRules } from '../document.ts';
import { checkCodes, checkNames } from './names.ts';
import type { Place } from './place.ts';
import { checkDay, checkSpan, checkWeekdays } from './scalars.ts';

export function checkCalendar(place: Place, rules: CalendarRules): void {
  if (!isTimeZone(rules.timeZone)) {
    place.at(['timeZone']).wrong(`le fuseau horaire « ${rules.timeZone} » est inconnu`);
  }
  if (rules.schoolWeek.length === 0) {
    place.at(['schoolWeek']).wrong('la semaine scolaire n’a aucun jour');
  } else {
    checkWeekdays(place.at(['schoolWeek'], 'semaine scolaire'), rules.schoolWeek);
  }
  checkWeekdays(place.at(['officeWeek'], 'semaine du service'), rules.officeWeek);
  const holidays = place.at(['townHolidays'], 'jours fériés de la commune');
  rules.townHolidays?.forEach(({ on }, at) => checkDay(holidays.at([at, 'on']), on));
  const closures = place.at(['closures'], 'fermetures');
  rules.closures?.forEach((span, at) => checkSpan(closures.at([at]), span));
  checkHolidays(place.at(['schoolHolidays'], 'vacances scolaires'), rules.schoolHolidays);
  if (rules.schoolZone === 'notStated' && rules.schoolHolidays === undefined) {
    place.at(['schoolZone']).unsaid('la zone des vacances scolaires n’est pas dite');
  }
}

/** A day belongs to one school holiday at most: a period is counted from it. */
function checkHolidays(place: Place, spans: readonly DatedSpan[] | undefined): void {
  spans?.forEach((span, at) => {
    checkSpan(place.at([at]), span);
    const before = spans.findIndex(
      (other, first) => first < at && other.from <= span.until && span.from <= other.until,
    );
    const other = spans[before];
    if (other) place.at([at]).wrong(`« ${span.name} » et « ${other.name} » se recouvrent`);
  });
}

export function checkProfile(place: Place, profile: ProfileRules | undefined): void {
  if (profile === undefined) return;
  const { residences = [], schemes = [], flags = [], modes = [] } = profile;
  checkCodes(place.at(['residences']), residences, 'la classe de domicile', 'définie');
  checkCodes(place.at(['schemes']), schemes, 'le régime social', 'défini');
  checkCodes(place.at(['flags']), flags, 'la situation', 'définie');
  checkCodes(place.at(['modes']), modes, 'le mode de réservation', 'défini');
  const known = flags.map(({ code }) => code);
  residences.forEach(({ code, equivalents }, at) => {
    const here = place.at(['residences', at, 'equivalents'], `domicile « ${code} »`);
    checkNames(here, 'flags', equivalents, known);
  });
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
