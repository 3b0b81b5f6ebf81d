import { formatDayLong } from '@preau/domain/explain/format-fr';
import { weekdayOf } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { hoursByDay } from '@preau/ui/contact/opening-now';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Panel } from '@preau/ui/shell/panel';
import { capitalised } from '@preau/ui/text/capitalised';
import { Mail, MapPin, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceNow } from '../../shared/clock.ts';
import { OpeningLine } from '../../shared/opening-line.tsx';
import { type Organisation, useOrganisation } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import classes from './contact.module.css';

/** Whom to reach, how, and when somebody answers: for all that is not done online. */
export function ContactPage() {
  const { data: organisation } = useOrganisation();
  return (
    <>
      <PageTitle>Contact</PageTitle>
      {organisation ? <Contact organisation={organisation} /> : <PageSkeleton />}
    </>
  );
}

type ContactProps = { readonly organisation: Organisation };

function Contact({ organisation }: ContactProps) {
  const { contact, officeHours, officeHoursText, timeZone } = organisation;
  return (
    <div className={classes.columns}>
      <Panel title={organisation.name}>
        <p>
          {capitalised(contact.name)} vous répond pour tout ce qui ne se fait pas en ligne, et en
          cas de difficulté.
        </p>
        <Ways contact={contact} />
      </Panel>
      {officeHours.length > 0 || officeHoursText ? (
        <Panel title="Horaires des permanences">
          <p className={classes.now}>
            <OpeningLine officeHours={officeHours} timeZone={timeZone} />
          </p>
          <Hours organisation={organisation} />
          {officeHours.length > 0 ? (
            <p className={classes.soft}>Les permanences n’ont pas lieu les jours fériés.</p>
          ) : null}
        </Panel>
      ) : null}
    </div>
  );
}

function Ways({ contact }: { readonly contact: Organisation['contact'] }) {
  const { phone, email, address } = contact;
  const map = `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`;
  return (
    <ul className={classes.ways}>
      {phone ? (
        <Way
          icon={<Phone size={22} />}
          label="Téléphone"
          href={`tel:${phone.replace(/[^+\d]/g, '')}`}
        >
          {phone}
        </Way>
      ) : null}
      {email ? (
        <Way icon={<Mail size={22} />} label="E‑mail" href={`mailto:${email}`}>
          {email}
        </Way>
      ) : null}
      {address ? (
        <Way icon={<MapPin size={22} />} label="Adresse (ouvre une carte)" href={map} elsewhere>
          {address}
        </Way>
      ) : null}
    </ul>
  );
}

type WayProps = {
  readonly icon: ReactNode;
  readonly label: string;
  readonly href: string;
  /** Of another site: this page stays open. */
  readonly elsewhere?: boolean;
  readonly children: string;
};

function Way({ icon, label, href, elsewhere = false, children }: WayProps) {
  return (
    <li>
      <a
        className={classes.way}
        href={href}
        {...(elsewhere ? { target: '_blank', rel: 'noreferrer' } : {})}
      >
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
        <span className={classes.words}>
          <span className={classes.soft}>{label}</span>
          <strong>{children}</strong>
        </span>
      </a>
    </li>
  );
}

/** Day by day where they are known so, else in the organisation's own words. */
function Hours({ organisation }: ContactProps) {
  const { officeHours, officeHoursText, timeZone } = organisation;
  const today = localDayOf(deviceNow(), timeZone);
  const days = hoursByDay(officeHours);
  if (days.length === 0) return <p>{capitalised(officeHoursText)}</p>;
  return (
    <dl className={classes.hours}>
      {days.map(({ weekday, name, words }) => {
        const isToday = weekday === weekdayOf(today);
        return (
          <div key={weekday} data-today={isToday || undefined}>
            <dt>
              {name}
              {isToday ? (
                <span className={classes.today} title={formatDayLong(today)}>
                  aujourd’hui
                </span>
              ) : null}
            </dt>
            <dd>{words}</dd>
          </div>
        );
      })}
    </dl>
  );
}
