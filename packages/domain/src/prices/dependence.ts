import type { Price, Selector } from '../reglement/vocabulary/price-rules.ts';
import type { Condition } from '../reglement/vocabulary/profile-rules.ts';
import type { Consequence } from '../reglement/vocabulary/stage-rules.ts';
import type { PresencePricing } from './adjust-price.ts';

/** What a price depends on beside the quotient; it says what has to be kept apart in memory. */
export type Dependence = { readonly profile: boolean; readonly day: boolean };

const onNothing: Dependence = { profile: false, day: false };
const onProfile: Dependence = { profile: true, day: false };
const onDay: Dependence = { profile: false, day: true };
const onBoth: Dependence = { profile: true, day: true };

/** What the charges of a unit depend on, its consequences included. */
export function dependenceOf(
  { price, extras, adjustments }: PresencePricing,
  consequences: readonly Consequence[],
): Dependence {
  return either([
    ofPrice(price),
    extras.length > 0 ? onProfile : onNothing,
    ...extras.map((extra) => ofPrice(extra.price)),
    ...adjustments.flatMap(({ when, effect }) => [
      ...(when ?? []).map(ofCondition),
      effect.kind === 'replace' ? ofPrice(effect.price) : onNothing,
    ]),
    ...consequences.map((consequence) =>
      consequence.kind === 'replacingPrice' ? ofOptional(consequence.price) : onNothing,
    ),
  ]);
}

function ofPrice(price: Price): Dependence {
  switch (price.kind) {
    case 'flat':
    case 'familyDay':
    case 'notStated':
      return onNothing;
    case 'quotientBands':
      return either([
        price.by === undefined ? onNothing : ofSelector(price.by),
        ofOptional(price.without),
        ...price.bands.map((band) => ofOptional(band.price)),
      ]);
    case 'effortRate':
      return either([
        price.of === 'monthlyResources' ? onProfile : onNothing,
        ofOptional(price.without),
      ]);
    case 'affine':
    case 'sliding':
      return ofOptional(price.without);
    case 'by':
      return either([
        ofSelector(price.what),
        ofOptional(price.otherwise),
        ...Object.values(price.cases).map(ofPrice),
      ]);
    case 'timeBlocks':
    case 'perPeriod':
      return ofPrice(price.price);
    case 'byClock':
      return either(price.steps.map((step) => ofPrice(step.price)));
    case 'sum':
      return either(price.parts.map((part) => ofPrice(part.price)));
    case 'share':
    case 'bounded':
      return ofPrice(price.of);
  }
}

function ofOptional(price: Price | undefined): Dependence {
  return price === undefined ? onNothing : ofPrice(price);
}

function ofSelector({ kind }: Selector): Dependence {
  if (kind === 'weekday' || kind === 'season') return onDay;
  return kind === 'frequency' || kind === 'count' ? onNothing : onProfile;
}

function ofCondition({ kind }: Condition): Dependence {
  if (kind === 'weekday') return onDay;
  if (kind === 'quotient' || kind === 'noQuotient') return onNothing;
  return kind === 'age' ? onBoth : onProfile;
}

function either(all: readonly Dependence[]): Dependence {
  return {
    profile: all.some(({ profile }) => profile),
    day: all.some(({ day }) => day),
  };
}
