import { ContactCard as Card } from '@preau/ui/contact/contact-card';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { type Organisation, usePaths } from './organisation.ts';

/** Fetched after the ways themselves, which do without it. */
const OpeningLine = lazy(async () => {
  try {
    return { default: (await import('./opening-line.tsx')).OpeningLine };
  } catch {
    return { default: () => null };
  }
});

type ContactCardProps = {
  readonly organisation: Organisation;
  /** Whether the page that tells more can be reached: not before signing in. */
  readonly detailed?: boolean;
};

/** Whom to reach at the organisation, how and when; whether somebody answers now. */
export function ContactCard({ organisation, detailed = true }: ContactCardProps) {
  const paths = usePaths();
  const { contact, officeHours, officeHoursText, timeZone } = organisation;
  return (
    <Card
      phone={contact.phone}
      email={contact.email}
      officeHours={officeHoursText}
      opening={
        officeHours.length > 0 ? (
          <Suspense fallback={null}>
            <OpeningLine officeHours={officeHours} timeZone={timeZone} />
          </Suspense>
        ) : null
      }
      more={detailed ? <Link to={paths.contact}>Toutes nos coordonnées</Link> : null}
    />
  );
}
