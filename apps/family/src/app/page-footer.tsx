import { Link } from 'react-router';
import { ContactCard } from '../shared/contact-card.tsx';
import { legalPageCodes, legalPages } from '../shared/legal-pages.ts';
import { type Organisation, usePaths } from '../shared/organisation.ts';
import classes from './page-footer.module.css';

/** How far the portal follows the accessibility rules: the law has it said on every page. */
const accessibilityWords: Readonly<Record<Organisation['accessibility'], string>> = {
  none: 'non conforme',
  partial: 'partiellement conforme',
  full: 'totalement conforme',
};

type PageFooterProps = {
  readonly organisation: Organisation;
  /** Whether somebody is signed in, hence may go to the page of the contacts. */
  readonly signedIn?: boolean;
};

/** The foot of every page of a signed-in parent: whom to reach, and what the law asks for. */
export function PageFooter({ organisation, signedIn = false }: PageFooterProps) {
  const { contact } = organisation;
  return (
    <footer className={classes.footer}>
      <div className={classes.inner}>
        <section className={classes.contact} aria-labelledby="nous-contacter">
          <h2 id="nous-contacter">Une question ? Notre équipe vous répond</h2>
          {contact.address ? <p className={classes.address}>{contact.address}</p> : null}
          <ContactCard organisation={organisation} detailed={signedIn} />
        </section>
        <LegalLinks organisation={organisation} />
      </div>
    </footer>
  );
}

/** What the law asks for, and where another town may ask about the portal. */
export function LegalLinks({ organisation }: { readonly organisation: Organisation }) {
  const paths = usePaths();
  return (
    <nav className={classes.legal} aria-label="Informations légales">
      <ul>
        <li>
          <Link className={classes.link} to={paths.reglement}>
            Règlement
          </Link>
        </li>
        {legalPageCodes.map((code) => {
          const { address, title } = legalPages[code];
          return (
            <li key={code}>
              <Link className={classes.link} to={paths.legalPage(address)}>
                {code === 'accessibility'
                  ? `${title} : ${accessibilityWords[organisation.accessibility]}`
                  : title}
              </Link>
            </li>
          );
        })}
        <li className={classes.towns}>
          Vous êtes une mairie et souhaitez en savoir plus ?{' '}
          <a href={`mailto:${organisation.townHallEmail}`}>Contactez-nous</a>
        </li>
      </ul>
    </nav>
  );
}
