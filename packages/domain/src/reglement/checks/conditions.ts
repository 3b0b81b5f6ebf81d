import type { Condition } from '../document.ts';
import { type Names, checkName, checkNames } from './names.ts';
import type { Place } from './place.ts';
import { checkCount, checkFromZero, checkQuotient, checkWeekdays } from './scalars.ts';

/** Conditions that all have to hold. */
export function checkConditions(
  place: Place,
  conditions: readonly Condition[] | undefined,
  names: Names,
): void {
  conditions?.forEach((condition, at) => checkCondition(place.at([at]), condition, names));
}

function checkCondition(place: Place, condition: Condition, names: Names): void {
  switch (condition.kind) {
    case 'residence':
      return checkNames(place.at(['in']), 'residences', condition.in, names.residences);
    case 'scheme':
      return checkNames(place.at(['in']), 'schemes', condition.in, names.schemes);
    case 'mode':
      return checkNames(place.at(['in']), 'modes', condition.in, names.modes);
    case 'flag':
    case 'noFlag':
      return checkName(place.at(['is']), 'flags', condition.is, names.flags);
    case 'extra':
      return checkName(place.at(['is']), 'extras', condition.is, names.extras);
    case 'group':
      // Groups are those of the organisation, not of the document.
      if (condition.in.length === 0) place.at(['in']).wrong('la liste est vide');
      return;
    case 'noQuotient':
      return;
    case 'quotient':
      checkQuotient(place.at(['from']), condition.from);
      checkQuotient(place.at(['below']), condition.below);
      return checkHalfOpen(place, 'quotient', condition.from, condition.below);
    case 'age':
      checkFromZero(place.at(['from']), condition.from, 'années');
      checkCount(place.at(['below']), condition.below, 'années');
      return checkHalfOpen(place, 'âge', condition.from, condition.below);
    case 'rank':
    case 'children':
      checkCount(place.at(['from']), condition.from, 'enfants');
      checkCount(place.at(['upTo']), condition.upTo, 'enfants');
      return checkClosed(place, condition.from, condition.upTo);
    case 'weekday':
      return checkWeekdays(place.at(['in']), condition.in);
  }
}

function checkHalfOpen(place: Place, what: string, from?: number, below?: number): void {
  if (from === undefined && below === undefined) {
    place.wrong('cette condition ne dit ni « from » ni « below »');
  } else if (from !== undefined && below !== undefined && below <= from) {
    place.at(['below']).wrong(`aucun ${what} n’est de ${from} à moins de ${below}`);
  }
}

function checkClosed(place: Place, from?: number, upTo?: number): void {
  if (from === undefined && upTo === undefined) {
    place.wrong('cette condition ne dit ni « from » ni « upTo »');
  } else if (from !== undefined && upTo !== undefined && upTo < from) {
    place.at(['upTo']).wrong(`la fin (${upTo}) est sous le début (${from})`);
  }
}
