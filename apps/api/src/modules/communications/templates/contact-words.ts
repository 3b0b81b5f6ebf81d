import type { ExplainContext } from '@preau/domain/explain/catalogue';

/** Whom to ask, how and when: « Une question ? Contactez l’ALSH au 03 00 00 00 00 (…). » */
export function contactWords({ contact }: ExplainContext): string {
  const { name, phone, email, hours } = contact;
  const ways = [phone === '' ? '' : `au ${phone}`, email === '' ? '' : `à ${email}`];
  const reach = ways.filter((way) => way !== '').join(' ou ');
  return `Une question ? Contactez ${[name, reach].filter((part) => part !== '').join(' ')}${hours === '' ? '' : ` (${hours})`}.`;
}
