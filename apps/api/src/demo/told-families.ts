import type { DemoDocument, DemoEnrolment, DemoHousehold, DemoStory, Told } from './town.ts';

/** Families made to be looked at, and what is to be seen of each. */
export type ToldFamilies = {
  readonly households: readonly DemoHousehold[];
  readonly told: readonly Told[];
  readonly stories: readonly DemoStory[];
  readonly enrolments: readonly DemoEnrolment[];
  readonly documents: readonly DemoDocument[];
  /** Ids of households that gave none of what the règlement asks for. */
  readonly withoutDocuments: readonly string[];
};

/** One of them: what is not said of it is as everywhere. */
export type ToldFamily = Pick<ToldFamilies, 'households' | 'told'> & Partial<ToldFamilies>;

export function together(families: readonly ToldFamily[]): ToldFamilies {
  return {
    households: families.flatMap(({ households }) => households),
    told: families.flatMap(({ told }) => told),
    stories: families.flatMap(({ stories = [] }) => stories),
    enrolments: families.flatMap(({ enrolments = [] }) => enrolments),
    documents: families.flatMap(({ documents = [] }) => documents),
    withoutDocuments: families.flatMap(({ withoutDocuments = [] }) => withoutDocuments),
  };
}
