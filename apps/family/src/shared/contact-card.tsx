import { ContactCard as Card } from '@preau/ui/contact/contact-card';
import type { Organisation } from './organisation.ts';

/** Whom to reach at the organisation, how and when. */
export function ContactCard({ organisation }: { readonly organisation: Organisation }) {
  const { contact, officeHoursText } = organisation;
  return <Card phone={contact.phone} email={contact.email} officeHours={officeHoursText} />;
}
