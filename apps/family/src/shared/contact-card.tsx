import { Clock, Mail, Phone } from 'lucide-react';
import classes from './contact-card.module.css';
import type { Organisation } from './organisation.ts';
import { capitalised } from './text.ts';

/** Whom to reach, how and when: ways that a phone can follow. */
export function ContactCard({ organisation }: { readonly organisation: Organisation }) {
  const { contact, officeHoursText } = organisation;
  return (
    <ul className={classes.card}>
      {contact.phone ? (
        <li>
          <a className={classes.way} href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
            <Phone size={20} aria-hidden="true" />
            <span>Appeler le {contact.phone}</span>
          </a>
        </li>
      ) : null}
      {contact.email ? (
        <li>
          <a className={classes.way} href={`mailto:${contact.email}`}>
            <Mail size={20} aria-hidden="true" />
            <span>Écrire à {contact.email}</span>
          </a>
        </li>
      ) : null}
      {officeHoursText ? (
        <li className={classes.hours}>
          <Clock size={20} aria-hidden="true" />
          <span>{capitalised(officeHoursText)}</span>
        </li>
      ) : null}
    </ul>
  );
}
