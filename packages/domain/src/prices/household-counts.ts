import type { Counting } from '../reglement/vocabulary/profile-rules.ts';
import type { ChildProfile, Sibling } from './child-profile.ts';

/**
 * Rank of the child among those counted, from 1. The child itself is always counted; children born
 * the same day, or whose birth date is not known, keep the order of the list.
 */
export function rankAmong(
  siblings: readonly Sibling[] | undefined,
  counting: Counting,
  order: 'oldestFirst' | 'youngestFirst',
): number {
  const self = siblings?.find((sibling) => sibling.self);
  if (siblings === undefined || self?.bornOn === undefined || self.bornOn === null) return 1;
  const own = siblings.indexOf(self);
  let rank = 1;
  for (const [place, sibling] of siblings.entries()) {
    if (sibling === self || !isCounted(sibling, counting) || sibling.bornOn === null) continue;
    const isOlder = sibling.bornOn < self.bornOn || (sibling.bornOn === self.bornOn && place < own);
    if (isOlder === (order === 'oldestFirst')) rank += 1;
  }
  return rank;
}

/** How many children are counted, this one included: at least 1. */
export function countOf(profile: ChildProfile | undefined, counting: Counting): number {
  const siblings = profile?.siblings ?? [];
  const counted = siblings.filter((sibling) => sibling.self || isCounted(sibling, counting)).length;
  const listed = Math.max(1, counted);
  return counting === 'dependent' ? Math.max(listed, profile?.dependentChildren ?? 0) : listed;
}

function isCounted(sibling: Sibling, counting: Counting): boolean {
  return counting === 'dependent' || sibling[counting];
}
