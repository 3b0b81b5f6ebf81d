import type { ExplainContext } from '@preau/domain/explain/catalogue';
import type { Organisation } from '../organisations/organisations.public.ts';

/** How an organisation tells its reasons, and whom it sends to. */
export function explainContextOf({ settings }: Organisation): ExplainContext {
  const { name, phone, email } = settings.contact;
  return {
    timeZone: settings.timeZone,
    contact: { name, phone, email, hours: settings.officeHoursText },
    locale: 'fr',
  };
}
