import { fromIso } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Panel } from '@preau/ui/shell/panel';
import { CircleAlert, CircleCheck, Mail, Phone, Send } from 'lucide-react';
import { Link } from 'react-router';
import { formatMoment } from '../../shared/format.ts';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { AccessTag, inviteWords } from './access-words.tsx';
import classes from './household-page.module.css';
import { type Guardian, type Household, useInviteGuardian } from './households.queries.ts';

/** Who answers for the household, how to reach them, and their access to the portal. */
export function GuardiansPanel({ household }: { readonly household: Household }) {
  return (
    <Panel title="Responsables">
      <ul className={classes.list}>
        {household.guardians.map((guardian) => (
          <li key={guardian.id} className={classes.person}>
            <p className={classes.name}>
              <strong>
                {guardian.firstName} {guardian.lastName}
              </strong>
              <AccessTag access={guardian.access} />
            </p>
            <p className={classes.ways}>
              <a href={`mailto:${guardian.email}`}>
                <Mail size={18} aria-hidden="true" />
                {guardian.email}
              </a>
              {guardian.phone === null ? null : (
                <a href={`tel:${guardian.phone.replace(/[^+\d]/g, '')}`}>
                  <Phone size={18} aria-hidden="true" />
                  {guardian.phone}
                </a>
              )}
            </p>
            <LastInvitation guardian={guardian} />
            {guardian.access === 'bounced' ? <BouncedAdvice household={household} /> : null}
            <InvitationButton household={household} guardian={guardian} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function LastInvitation({ guardian }: { readonly guardian: Guardian }) {
  const { data: organisation } = useOrganisation();
  const { access, invitedAt, linkExpiresAt } = guardian;
  if (access === 'active' || invitedAt === null || !organisation) return null;
  const told = (at: string) => formatMoment(fromIso(at), organisation.timeZone);
  return (
    <p className={classes.small}>
      Dernier envoi {told(invitedAt)}
      {access === 'invited' && linkExpiresAt !== null
        ? ` ; le lien marche jusqu’au ${told(linkExpiresAt)}`
        : ''}
      .
    </p>
  );
}

function BouncedAdvice({ household }: { readonly household: Household }) {
  const paths = usePaths();
  return (
    <Notice tone="warning" title="La messagerie a refusé cette adresse">
      <p>
        Vérifiez-la avec la famille, puis{' '}
        <Link to={paths.changeFamily(household.id)}>corrigez la fiche</Link> et renvoyez
        l’invitation.
      </p>
    </Notice>
  );
}

type InvitationButtonProps = { readonly household: Household; readonly guardian: Guardian };

/** Sends the invitation, and tells under the button what became of it. */
function InvitationButton({ household, guardian }: InvitationButtonProps) {
  const invite = useInviteGuardian(household.id);
  const { id, firstName, lastName, email, access } = guardian;
  const action = inviteWords[access];
  const waits = household.file === null;
  return (
    <div className={classes.actions}>
      {action === null ? null : (
        <Button
          variant="secondary"
          busy={invite.isPending}
          aria-disabled={waits || undefined}
          icon={<Send size={18} aria-hidden="true" />}
          onClick={() => {
            if (!waits) invite.mutate({ path: { id } });
          }}
        >
          {action}
          <VisuallyHidden>{` à ${firstName} ${lastName}`}</VisuallyHidden>
        </Button>
      )}
      {action !== null && waits ? (
        <span className={classes.small}>Possible dès que le dossier est complet.</span>
      ) : null}
      <output>
        {invite.isSuccess ? (
          <span className={classes.done}>
            <CircleCheck size={18} aria-hidden="true" />
            <span>
              Invitation envoyée<VisuallyHidden> à {email}</VisuallyHidden>
            </span>
          </span>
        ) : invite.error ? (
          <span className={classes.failed}>
            <CircleAlert size={18} aria-hidden="true" />
            <span>{problemMessage(invite.error)}</span>
          </span>
        ) : null}
      </output>
    </div>
  );
}
