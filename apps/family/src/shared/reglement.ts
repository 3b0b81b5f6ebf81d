import type { GetReglementResponse } from '@preau/api-client/family';
import { getReglementOptions } from '@preau/api-client/family/queries';
import { useQuery } from '@tanstack/react-query';
import { useSlug } from './organisation.ts';

export type ReglementVersion = NonNullable<GetReglementResponse['current']>;
export type RuleSection = ReglementVersion['sections'][number];
export type RuleBlock = RuleSection['blocks'][number];
export type RuleTopic = RuleSection['topic'];

/** The règlement in force in sentences, and the next one: the same for everybody. */
export function useReglement() {
  const slug = useSlug();
  return useQuery({ ...getReglementOptions({ path: { slug } }), staleTime: 600_000 });
}

/** The place of a section in the page of the règlement: what its address ends with. */
export function ruleAnchor({ activity, topic }: Pick<RuleSection, 'activity' | 'topic'>): string {
  return `${activity ?? 'tous'}-${topic}`;
}

/** The place of an activity in that page. */
export function activityAnchor(code: string): string {
  return `accueil-${code}`;
}
