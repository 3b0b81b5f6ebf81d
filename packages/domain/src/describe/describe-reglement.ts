import type { ActivityRules, ReglementDocument } from '../reglement/document.ts';
import { absenceBlocks } from './absences-fr.ts';
import { reductionBlocks } from './bill-fr.ts';
import type { Block, DescribeContext, DescribedSection, Topic } from './description.ts';
import { isFree } from './free.ts';
import { closureBlocks, feeBlocks, quotientBlocks, wordBlocks } from './general-fr.ts';
import { type Names, namesOf } from './names.ts';
import { openingBlocks } from './opening-fr.ts';
import { collectionBlocks, paymentBlocks, waitingListBlocks } from './payment-fr.ts';
import { presenceBlocks } from './presence-fr.ts';
import { priceBlocks } from './price-tables-fr.ts';
import { bookingBlocks, cancellingBlocks } from './stages-fr.ts';
import { toldOnce } from './told-once.ts';
import { enrolmentBlocks, whoBlocks } from './who-fr.ts';
import { typeset } from './words-fr.ts';

const titles: Readonly<Record<Topic, string>> = {
  who: 'Pour qui, à quelles heures',
  opening: 'Ouverture des réservations',
  booking: 'Réserver',
  cancelling: 'Annuler',
  waitingList: 'Quand c’est complet',
  payment: 'Payer',
  prices: 'Tarifs',
  reductions: 'Réductions, forfaits et suppléments',
  presence: 'Le jour venu',
  absences: 'Absences',
  documents: 'Inscription et documents',
  quotient: 'Quotient familial',
  fees: 'Adhésions et frais',
  closures: 'Fermetures',
  words: 'Les mots du règlement',
};

/**
 * A règlement in French sentences, written from the document alone: what is said is what is
 * applied. Sections of each activity in its order, then those that concern all of them, with what
 * every activity says in the same words; a section with nothing to say is left out. A pattern without words does not compile.
 */
export function describeReglement(
  document: ReglementDocument,
  context: DescribeContext,
): readonly DescribedSection[] {
  const names = namesOf(document, context);
  const sections = toldOnce(
    document.activities.map((activity) => activitySections(document, activity, names, context)),
    generalSections(document, names, context),
  );
  const words = section(
    'words',
    null,
    wordBlocks(sections.flatMap(({ blocks }) => textsOf(blocks))),
  );
  return [...sections, ...words].map((one) => ({ ...one, blocks: one.blocks.map(typesetBlock) }));
}

function activitySections(
  document: ReglementDocument,
  activity: ActivityRules,
  names: Names,
  context: DescribeContext,
): readonly DescribedSection[] {
  const { code } = activity;
  const booked = activity.regime.acceptance.kind !== 'none';
  const free = isFree(document, activity);
  const parts: readonly (readonly [Topic, readonly Block[]])[] = [
    ['who', whoBlocks(activity, names)],
    ['documents', enrolmentBlocks(document, activity)],
    ['opening', booked ? openingBlocks(activity.opening, names, context) : []],
    ['booking', bookingBlocks(activity, names, context.today)],
    ['cancelling', cancellingBlocks(activity, names, context.today)],
    ['waitingList', booked ? waitingListBlocks(activity.waitingList) : []],
    ['prices', priceBlocks(activity, context.today, names)],
    [
      'reductions',
      reductionBlocks(document, (units) => ofActivity(document, activity, units), names),
    ],
    ['payment', free ? [] : paymentBlocks(activity, context.today)],
    ['presence', free ? [] : presenceBlocks(activity, names)],
    ['absences', absenceBlocks(activity)],
  ];
  return parts.flatMap(([topic, blocks]) => section(topic, code, blocks));
}

/** Rules written for all units are told once, unless some are written for units of this activity. */
function ofActivity(
  document: ReglementDocument,
  activity: ActivityRules,
  units: readonly string[] | undefined,
): boolean {
  if (units === undefined) return hasOwnReductions(document, activity);
  return activity.units.some(({ code }) => units.includes(code));
}

function hasOwnReductions(document: ReglementDocument, { units }: ActivityRules): boolean {
  const rules = [
    ...(document.adjustments ?? []),
    ...(document.quantityDiscounts ?? []),
    ...(document.packages ?? []),
    ...(document.caps ?? []),
    ...(document.aids ?? []),
  ];
  return rules.some((rule) => units.some(({ code }) => rule.units?.includes(code)));
}

function generalSections(
  document: ReglementDocument,
  names: Names,
  context: DescribeContext,
): readonly DescribedSection[] {
  const parts: readonly (readonly [Topic, readonly Block[]])[] = [
    ['reductions', reductionBlocks(document, (units) => units === undefined, names)],
    ['quotient', quotientBlocks(document)],
    ['payment', collectionBlocks(document)],
    ['fees', feeBlocks(document, names)],
    ['closures', closureBlocks(document, context)],
  ];
  return parts.flatMap(([topic, blocks]) => section(topic, null, blocks));
}

function section(
  topic: Topic,
  activityCode: string | null,
  blocks: readonly Block[],
): readonly DescribedSection[] {
  return blocks.length === 0 ? [] : [{ topic, activityCode, title: titles[topic], blocks }];
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return [block.text];
      case 'list':
        return block.items;
      case 'table':
        return block.rows.flat();
    }
  });
}

function typesetBlock(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: typeset(block.text) };
    case 'list':
      return { ...block, items: block.items.map(typeset) };
    case 'table':
      return {
        ...block,
        caption: typeset(block.caption),
        columns: block.columns.map(typeset),
        rows: block.rows.map((row) => row.map(typeset)),
      };
  }
}
