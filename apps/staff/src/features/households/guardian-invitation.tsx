import { Button } from '@preau/ui/actions/button';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { CircleAlert, CircleCheck, Mail } from 'lucide-react';
import { problemMessage } from '../../shared/problem-messages.ts';
import { inviteWords } from './account-states.ts';
import classes from './guardian-table.module.css';
import { type Guardian, useInviteGuardian } from './households.queries.ts';

/** Sends the invitation, and tells beside the button what became of it. */
export function GuardianInvitation({ guardian }: { readonly guardian: Guardian }) {
  const invite = useInviteGuardian();
  const { guardianId, firstName, lastName, email, account } = guardian;
  const action = inviteWords[account];
  return (
    <div className={classes.invitation}>
      {action === null ? null : (
        <Button
          variant="secondary"
          busy={invite.isPending}
          icon={<Mail size={18} aria-hidden="true" />}
          onClick={() => invite.mutate({ path: { id: guardianId } })}
        >
          {action}
          <VisuallyHidden>{` à ${firstName} ${lastName}`}</VisuallyHidden>
        </Button>
      )}
      <output>
        {invite.isSuccess ? (
          <span className={classes.sent}>
            <CircleCheck size={18} aria-hidden="true" />
            <span>
              Invitation envoyée<VisuallyHidden> à {email}</VisuallyHidden>
            </span>
          </span>
        ) : invite.error ? (
          <span className={classes.notSent}>
            <CircleAlert size={18} aria-hidden="true" />
            <span>{problemMessage(invite.error)}</span>
          </span>
        ) : null}
      </output>
    </div>
  );
}
