import type {
  Aid,
  CollectionRules,
  Deposit,
  Membership,
  Operation,
  ReglementDocument,
} from '../document.ts';
import { checkConditions } from './conditions.ts';
import { type Names, checkCodes, checkNames } from './names.ts';
import type { Place } from './place.ts';
import { checkPrice } from './prices.ts';
import { checkAmount, checkCount, checkDayOfMonth, checkMonthDay, checkShare } from './scalars.ts';

/** What spans of time cost, what others pay, and how money comes in. */
export function checkPeriods(place: Place, document: ReglementDocument, names: Names): void {
  const { packages = [], caps = [], aids = [], memberships = [], fees = [] } = document;
  const scope = { names, runs: names.runs };
  checkCodes(place.at(['packages']), packages, 'le forfait', 'défini');
  packages.forEach(({ code, units, when, price, applies, proRata }, at) => {
    const here = place.at(['packages', at], `forfait « ${code} »`);
    checkNames(here.at(['units']), 'units', units, names.units);
    checkConditions(here.at(['when']), when, names);
    checkPrice(here.at(['price']), price, scope);
    if ('count' in applies) checkCount(here.at(['applies', 'count']), applies.count, 'fois');
    checkCount(here.at(['proRata', 'outOf']), proRata?.outOf, 'jours');
    if (applies.kind === 'each' && proRata !== undefined) {
      here.at(['proRata']).wrong('un forfait de tant de présences (each) n’a pas de prorata');
    }
  });
  checkCodes(place.at(['caps']), caps, 'le plafond', 'défini');
  caps.forEach(({ code, units, when, price }, at) => {
    const here = place.at(['caps', at], `plafond « ${code} »`);
    checkNames(here.at(['units']), 'units', units, names.units);
    checkConditions(here.at(['when']), when, names);
    checkPrice(here.at(['price']), price, scope);
  });
  checkCodes(place.at(['aids']), aids, 'l’aide', 'définie');
  aids.forEach((aid, at) => checkAid(place.at(['aids', at], `aide « ${aid.code} »`), aid, names));
  checkCodes(place.at(['memberships']), memberships, 'l’adhésion', 'définie');
  memberships.forEach((membership, at) => {
    const here = place.at(['memberships', at], `adhésion « ${membership.code} »`);
    checkMembership(here, membership, names);
  });
  checkCodes(place.at(['fees']), fees, 'les frais', 'définis');
  fees.forEach(({ code, price }, at) =>
    checkPrice(place.at(['fees', at, 'price'], `frais « ${code} »`), price, scope),
  );
  checkOperations(place.at(['operations']), document);
  checkMonthDay(place.at(['quotient', 'renewedBy']), document.quotient?.renewedBy);
  checkCollection(place.at(['collection']), document.collection, names);
}

function checkAid(place: Place, { units, when, cents, percent, ceiling }: Aid, names: Names): void {
  checkNames(place.at(['units']), 'units', units, names.units);
  checkConditions(place.at(['when']), when, names);
  checkAmount(place.at(['cents']), cents);
  checkShare(place.at(['percent']), percent);
  checkAmount(place.at(['ceiling', 'cents']), ceiling?.cents);
  if ((cents === undefined) === (percent === undefined)) {
    place.wrong('une aide est un montant (cents) ou une part (percent), l’un des deux');
  }
}

/** Prices by the day of the year, of which the first is that of the year. */
function checkMembership(
  place: Place,
  { units, when, yearFrom, prices }: Membership,
  names: Names,
): void {
  checkNames(place.at(['units']), 'units', units, names.units);
  checkConditions(place.at(['when']), when, names);
  checkMonthDay(place.at(['yearFrom']), yearFrom);
  const [first] = prices;
  if (first === undefined) return place.at(['prices']).wrong('aucun prix');
  if (first.from !== yearFrom) {
    place
      .at(['prices', 0, 'from'])
      .wrong(`le premier prix vaut dès le début de l’année (${yearFrom})`);
  }
  // Within its year: what comes before its first day comes a year later.
  const inYear = (from: string) => (from < yearFrom ? `1 ${from}` : `0 ${from}`);
  prices.forEach(({ from, price }, at) => {
    const before = prices[at - 1]?.from;
    checkMonthDay(place.at(['prices', at, 'from']), from);
    if (before !== undefined && inYear(from) <= inYear(before)) {
      place
        .at(['prices', at, 'from'])
        .wrong(`les prix ne sont pas dans l’ordre : ${from} suit ${before}`);
    }
    checkPrice(place.at(['prices', at, 'price']), price, { names, runs: names.runs });
  });
}

/** An order names each step once, and every step the document has something for. */
function checkOperations(place: Place, document: ReglementDocument): void {
  const { operations } = document;
  if (operations === undefined) return;
  operations.forEach((operation, at) => {
    if (operations.indexOf(operation) < at)
      place.at([at]).wrong(`« ${operation} » y est deux fois`);
  });
  const used: readonly Operation[] = ['quantityDiscounts', 'packages', 'caps', 'aids'];
  for (const operation of used) {
    if (operations.includes(operation) || (document[operation] ?? []).length === 0) continue;
    place.wrong(`« ${operation} » manque dans l’ordre`);
  }
}

function checkCollection(place: Place, rules: CollectionRules | undefined, names: Names): void {
  if (rules === undefined) return;
  const { deposit, deposits, ticketBooks = [], exclusion } = rules;
  if (deposit !== undefined) checkDeposit(place.at(['deposit']), deposit, names);
  if (deposits !== undefined) checkDeposits(place.at(['deposits']), deposits, names);
  if (deposit !== undefined && deposits !== undefined) {
    place.at(['deposits']).wrong('un seul acompte (deposit), ou ceux des activités (deposits)');
  }
  ticketBooks.forEach(({ count, cents }, at) => {
    checkCount(place.at(['ticketBooks', at, 'count']), count, 'tickets');
    checkAmount(place.at(['ticketBooks', at, 'cents']), cents);
  });
  if (exclusion === undefined) return;
  checkDayOfMonth(place.at(['exclusion', 'unpaidOn']), exclusion.unpaidOn);
  checkAmount(place.at(['exclusion', 'fromCents']), exclusion.fromCents);
}

/** Each activity has one deposit at most. */
function checkDeposits(place: Place, deposits: readonly Deposit[], names: Names): void {
  if (deposits.length === 0) place.wrong('aucun acompte');
  const seen = new Map<string, number>();
  deposits.forEach((deposit, at) => {
    const here = place.at([at]);
    checkDeposit(here, deposit, names);
    const isOfTheOthers = deposit.activities === undefined;
    const others = [...names.activities].filter((code) => !seen.has(code));
    if (isOfTheOthers && others.length === 0) {
      here.wrong('toutes les activités relèvent déjà d’un acompte');
    }
    for (const code of deposit.activities ?? others) {
      const before = seen.get(code);
      if (before === undefined) seen.set(code, at);
      else here.wrong(`l’activité « ${code} » relève déjà de l’acompte ${before + 1}`);
    }
  });
}

function checkDeposit(
  place: Place,
  { percent, daysPerWeek, activities }: Deposit,
  names: Names,
): void {
  checkNames(place.at(['activities']), 'activities', activities, names.activities);
  checkShare(place.at(['percent']), percent);
  checkCount(place.at(['daysPerWeek']), daysPerWeek, 'jours');
  if (daysPerWeek !== undefined && daysPerWeek > 7) {
    place.at(['daysPerWeek']).wrong(`une semaine n’a pas ${daysPerWeek} jours`);
  }
  if ((percent === undefined) === (daysPerWeek === undefined)) {
    place.wrong('un acompte est une part (percent) ou un nombre de jours (daysPerWeek), un seul');
  }
}
