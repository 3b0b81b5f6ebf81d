import type { DescribedSection, Topic } from './description.ts';

/** What one looks for under the name of an activity, even where it is the same for all. */
const itsOwn: ReadonlySet<Topic> = new Set(['who', 'booking', 'cancelling', 'prices']);

/**
 * Sections of each activity, then those of all: what every activity says in the same words is told
 * once, before what is said for all on the same topic.
 */
export function toldOnce(
  activities: readonly (readonly DescribedSection[])[],
  general: readonly DescribedSection[],
): readonly DescribedSection[] {
  const [first = [], ...others] = activities;
  const shared = first.filter(
    (section) =>
      others.length > 0 &&
      !itsOwn.has(section.topic) &&
      others.every((sections) => sections.some((other) => sameWords(section, other))),
  );
  const topics = new Set(shared.map(({ topic }) => topic));
  return [
    ...activities.flat().filter(({ topic }) => !topics.has(topic)),
    ...shared.map((section) => ({
      ...section,
      activityCode: null,
      blocks: [section, ...general.filter(({ topic }) => topic === section.topic)].flatMap(
        ({ blocks }) => blocks,
      ),
    })),
    ...general.filter(({ topic }) => !topics.has(topic)),
  ];
}

function sameWords(one: DescribedSection, other: DescribedSection): boolean {
  return one.topic === other.topic && JSON.stringify(one.blocks) === JSON.stringify(other.blocks);
}
