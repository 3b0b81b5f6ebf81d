import { formatDayLong } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { serviceName } from './cart-groups.ts';
import type { CartLine } from './cart-types.ts';
import { cellId } from './draft.ts';

/**
 * What became of the cart since a parent last saw it, one sentence each: lines put in or taken out
 * by the other parent or in another tab, lines whose amount or answer is no longer the same.
 */
export function changesSince(seen: readonly CartLine[], now: readonly CartLine[]): string[] {
  const before = new Map(seen.map((line) => [cellId(line), line]));
  const after = new Map(now.map((line) => [cellId(line), line]));
  const isKept = (line: CartLine, others: ReadonlyMap<string, CartLine>) =>
    others.get(cellId(line))?.action === line.action;
  return [
    ...now.filter((line) => !isKept(line, before)).map((line) => `Mis au panier : ${told(line)}`),
    ...seen.filter((line) => !isKept(line, after)).map((line) => `Retiré : ${told(line)}`),
    ...now
      .filter((line) => isKept(line, before) && isOther(line, before.get(cellId(line))))
      .map((line) => `Modifié : ${told(line)}`),
  ];
}

const isOther = (line: CartLine, before: CartLine | undefined): boolean =>
  line.cents !== before?.cents || line.outcome !== before.outcome;

const whats: Readonly<Record<CartLine['action'], string>> = {
  add: 'ajout',
  remove: 'annulation',
  wait: 'liste d’attente',
};

/** `ajout de Périscolaire matin, Léa, mardi 24 novembre`. */
function told({ action, activityLabel, unitLabel, childFirstName, on }: CartLine): string {
  const service = serviceName(activityLabel, unitLabel);
  return `${whats[action]} de ${service}, ${childFirstName}, ${formatDayLong(day(on))}`;
}
