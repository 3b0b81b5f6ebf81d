import { Tag, type TagTone } from '@preau/ui/feedback/tag';
import { Ban, CircleCheck, CircleDashed, Clock, ClockAlert, MailX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Access } from './households.queries.ts';

/** What the office reads of an access. */
export const accessWords: Readonly<Record<Access, string>> = {
  none: 'Jamais invité',
  invited: 'Invité',
  expired: 'Lien expiré',
  bounced: 'Adresse refusée',
  active: 'Actif',
  disabled: 'Désactivé',
};

/** What can be sent in each state; `null` where there is nothing to send. */
export const inviteWords: Readonly<Record<Access, string | null>> = {
  none: 'Inviter',
  invited: 'Renvoyer l’invitation',
  expired: 'Envoyer un nouveau lien',
  bounced: 'Renvoyer l’invitation',
  active: null,
  disabled: null,
};

const looks: Readonly<Record<Access, { readonly tone: TagTone; readonly icon: ReactNode }>> = {
  none: { tone: 'plain', icon: <CircleDashed size={16} /> },
  invited: { tone: 'warning', icon: <Clock size={16} /> },
  expired: { tone: 'danger', icon: <ClockAlert size={16} /> },
  bounced: { tone: 'danger', icon: <MailX size={16} /> },
  active: { tone: 'brand', icon: <CircleCheck size={16} /> },
  disabled: { tone: 'danger', icon: <Ban size={16} /> },
};

/** The state of a guardian's access, in words and with an icon. */
export function AccessTag({ access }: { readonly access: Access }) {
  const { tone, icon } = looks[access];
  return (
    <Tag tone={tone} icon={icon}>
      {accessWords[access]}
    </Tag>
  );
}
