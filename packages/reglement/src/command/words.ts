import { explain } from '@preau/domain/explain/explain';
import { cents as toCents, formatEuros } from '@preau/domain/money/cents';
import type { Reason } from '@preau/domain/explain/reasons';

/** The sentences of reasons, each once. */
export function sentencesOf(reasons: readonly Reason[], timeZone: string): readonly string[] {
  const context = {
    timeZone,
    contact: { name: 'le service', phone: '', email: '', hours: '' },
    locale: 'fr',
  } as const;
  return [...new Set(reasons.map((reason) => explain(reason, context)))];
}

/** `1 fait`, `2 faits`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count > 1 ? many : one}`;
}

/** A value as a règlement writes it: on one line. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, field]) => `${name}: ${written(field)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return String(value);
}

/** An amount for who reads a story; `null` = the règlement does not say it. */
export function amount(cents: number | null): string {
  return cents === null ? 'montant non dit' : formatEuros(toCents(cents));
}
