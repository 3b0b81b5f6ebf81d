import type { DraftCounts } from './draft.ts';

/** `3 demandes · 1 annulation`: what would be sent to the service; what there is none of is not said. */
export function requestCounts({ adds, removes, waits }: DraftCounts): string {
  const told = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count}\u00a0${count > 1 ? many : one}`];
  const parts = [
    ...told(adds, 'demande', 'demandes'),
    ...told(removes, 'annulation', 'annulations'),
    ...told(waits, 'mise en attente', 'mises en attente'),
  ];
  return parts.join(' · ') || 'Aucune modification';
}
