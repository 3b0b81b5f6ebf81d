import { Clock, Mail, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { capitalised } from '../text/capitalised.ts';
import classes from './contact-card.module.css';

type ContactCardProps = {
  readonly phone: string;
  readonly email: string;
  /** « le mardi, 14 h – 17 h ». What is empty is not shown. */
  readonly officeHours: string;
  /** Whether somebody answers now. */
  readonly opening?: ReactNode;
  /** Where more is told. */
  readonly more?: ReactNode;
};

/** Whom to reach, how and when: ways that a phone can follow. */
export function ContactCard({ phone, email, officeHours, opening, more }: ContactCardProps) {
  return (
    <ul className={classes.card}>
      {phone ? (
        <li>
          <a className={classes.way} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            <Phone size={20} aria-hidden="true" />
            <span>Appeler le {phone}</span>
          </a>
        </li>
      ) : null}
      {email ? (
        <li>
          <a className={classes.way} href={`mailto:${email}`}>
            <Mail size={20} aria-hidden="true" />
            <span>Écrire à {email}</span>
          </a>
        </li>
      ) : null}
      {officeHours || opening ? (
        <li className={classes.hours}>
          <Clock size={20} aria-hidden="true" />
          <span className={classes.when}>
            {opening}
            {officeHours ? <span>{capitalised(officeHours)}</span> : null}
          </span>
        </li>
      ) : null}
      {more ? <li className={classes.more}>{more}</li> : null}
    </ul>
  );
}
