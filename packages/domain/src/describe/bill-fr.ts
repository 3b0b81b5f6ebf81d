import type {
  Adjustment,
  AdjustmentEffect,
  Aid,
  Cap,
  Operation,
  Package,
  QuantityDiscount,
  ReglementDocument,
} from '../reglement/document.ts';
import { inBrackets } from './conditions-fr.ts';
import { byUnitWords } from './consequence-words-fr.ts';
import { type Block, listOf, paragraph } from './description.ts';
import type { Names } from './names.ts';
import { priceWords, proRataWords } from './price-words-fr.ts';
import {
  counted,
  euros,
  joinAnd,
  numberWords,
  ordinalFeminine,
  percentWords,
  perWords,
  withinWords,
} from './words-fr.ts';

type Reductions = Pick<
  ReglementDocument,
  'adjustments' | 'quantityDiscounts' | 'packages' | 'caps' | 'aids' | 'operations'
>;

const usualOrder: readonly Operation[] = ['quantityDiscounts', 'packages', 'caps', 'aids'];

/**
 * What changes the prices, in the order in which it is applied.
 * @param concerns whether what names these units (all of them where it names none) is told here
 */
export function reductionBlocks(
  document: Reductions,
  concerns: (units: readonly string[] | undefined) => boolean,
  names: Names,
): readonly Block[] {
  const told = <Rule extends { readonly units?: readonly string[] | undefined }>(
    rules: readonly Rule[] | undefined,
    words: (rule: Rule, names: Names) => string,
  ) => (rules ?? []).filter(({ units }) => concerns(units)).map((rule) => words(rule, names));
  const adjusted = told(document.adjustments, adjustmentWords);
  const operations: Readonly<Record<Operation, readonly string[]>> = {
    quantityDiscounts: told(document.quantityDiscounts, discountWords),
    packages: told(document.packages, packageWords),
    caps: told(document.caps, capWords),
    aids: told(document.aids, aidWords),
  };
  const billed = (document.operations ?? usualOrder).flatMap((operation) => operations[operation]);
  const all = [...adjusted, ...billed];
  if (all.length < 2) return listOf(all);
  return [paragraph("Appliqués dans l'ordre où ils sont écrits :"), { kind: 'list', items: all }];
}

function onUnits(units: readonly string[] | undefined, names: Names): string {
  return units === undefined ? '' : `, sur ${joinAnd(units.map(names.unit))}`;
}

function adjustmentWords({ label, when, units, effect }: Adjustment, names: Names): string {
  return `${label}${inBrackets(when, names)}${onUnits(units, names)} : ${effectWords(effect, names)}.`;
}

function effectWords(effect: AdjustmentEffect, names: Names): string {
  switch (effect.kind) {
    case 'add': {
      const each = effect.per === 'day' ? 'par jour' : 'par venue';
      return effect.cents < 0
        ? `${euros(-effect.cents)} de moins ${each}`
        : `${euros(effect.cents)} de plus ${each}`;
    }
    case 'addByUnit': {
      const amounts = Object.values(effect.centsByUnit);
      const less = amounts.length > 0 && amounts.every((cents) => cents < 0);
      const magnitudes = less
        ? Object.fromEntries(
            Object.entries(effect.centsByUnit).map(([unit, cents]) => [unit, -cents]),
          )
        : effect.centsByUnit;
      return `${byUnitWords({ centsByUnit: magnitudes }, names)} de ${less ? 'moins' : 'plus'} par venue`;
    }
    case 'percent':
      return effect.percent < 0
        ? `${percentWords(-effect.percent)} de réduction`
        : `${percentWords(effect.percent)} de majoration`;
    case 'multiply':
      return `prix multiplié par ${numberWords(effect.times)}`;
    case 'bandShift': {
      const count = Math.abs(effect.by);
      const which = effect.by < 0 ? 'inférieure' : 'supérieure';
      return count === 1
        ? `prix de la tranche de quotient ${which}`
        : `prix de la tranche de quotient ${which} de ${count} rangs`;
    }
    case 'replace':
      return `prix remplacé par ${priceWords(effect.price, names)}`;
  }
}

const counts = {
  distinctDays: (from: number) => counted(from, 'jour'),
  presences: (from: number) => counted(from, 'venue'),
} as const;

function discountWords(discount: QuantityDiscount, names: Names): string {
  const { label, when, units, per, count, scope, steps } = discount;
  const who = scope === 'household' ? ', tous enfants réunis' : '';
  const told = steps.map(({ from, cents, percent, price }) => {
    const off = [
      ...(percent === undefined ? [] : [`${percentWords(percent)} de réduction`]),
      ...(cents === undefined ? [] : [`${euros(cents)} de moins`]),
      ...(price === undefined ? [] : [`${priceWords(price, names)} la venue`]),
    ];
    return `dès ${counts[count](from)} ${withinWords[per]}${who}, ${joinAnd(off)}`;
  });
  return `${label}${inBrackets(when, names)}${onUnits(units, names)} : ${told.join(' ; ')}.`;
}

function packageWords(
  { label, when, units, per, price, applies, proRata }: Package,
  names: Names,
): string {
  const head = `${label}${inBrackets(when, names)}${onUnits(units, names)}`;
  if (applies.kind === 'each') {
    const presences = `${counted(applies.count, 'venue')} ${withinWords[per]}`;
    return `${head} : ${priceWords(price, names)} pour ${presences}, autant de fois que ce nombre est atteint ; les venues qui restent gardent leur prix.`;
  }
  const amount = `${priceWords(price, names)} par ${perWords[per]}${proRataWords(proRata)}`;
  return `${head} : ${amount}, ${appliesWords(applies, per)}.`;
}

function appliesWords(
  applies: Exclude<Package['applies'], { kind: 'each' }>,
  per: Package['per'],
): string {
  switch (applies.kind) {
    case 'always':
      return 'à la place du prix de chaque venue';
    case 'fromPresence':
      return `dès la ${ordinalFeminine(applies.count)} venue ${withinWords[per]}`;
    case 'fromDistinctDay':
      return `dès ${counted(applies.count, 'jour différent', 'jours différents')} ${withinWords[per]}`;
    case 'everyOpenDay':
      return "si tous les jours d'ouverture sont réservés";
    case 'whenCheaper':
      return "s'il est plus avantageux pour vous";
  }
}

function capWords({ label, when, units, per, scope, price }: Cap, names: Names): string {
  const who = scope === 'household' ? 'par famille' : 'par enfant';
  return `${label}${inBrackets(when, names)}${onUnits(units, names)} : ${price.kind === 'flat' ? 'au plus' : 'plafond'} ${priceWords(price, names)} par ${perWords[per]} et ${who}.`;
}

function aidWords(
  { label, payer, when, units, cents, percent, ceiling }: Aid,
  names: Names,
): string {
  const share = [
    ...(cents === undefined ? [] : [euros(cents)]),
    ...(percent === undefined ? [] : [`${percentWords(percent)} du prix`]),
  ];
  const most =
    ceiling === undefined
      ? ''
      : `, dans la limite de ${euros(ceiling.cents)} par ${perWords[ceiling.per]}`;
  return `${label}${inBrackets(when, names)}${onUnits(units, names)} : ${payer} prend en charge ${joinAnd(share)} de chaque venue${most}.`;
}
