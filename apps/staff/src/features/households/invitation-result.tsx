import { Notice } from '@preau/ui/feedback/notice';
import { counted } from '../../shared/format.ts';
import type { InvitationTally } from './households.queries.ts';

type Refusal = InvitationTally['refused'][number]['code'];

const refusalWords: Readonly<Record<Refusal, readonly [string, string]>> = {
  'account-active': ['est déjà actif', 'sont déjà actifs'],
  'file-incomplete': [
    'attend que son dossier soit complet',
    'attendent que leur dossier soit complet',
  ],
  'account-disabled': ['a un accès désactivé', 'ont un accès désactivé'],
  'email-twice': [
    'partage l’adresse d’un autre responsable de son foyer',
    'partagent l’adresse d’un autre responsable de leur foyer',
  ],
};

/** « 2 responsables sont déjà actifs »: why some were not invited, each reason once. */
export function refusalSentences(refused: InvitationTally['refused']): readonly string[] {
  return [...Map.groupBy(refused, ({ code }) => code)].map(([code, { length }]) => {
    const [one, many] = refusalWords[code];
    return `${counted(length, 'responsable', 'responsables')} ${length < 2 ? one : many}.`;
  });
}

/** What became of invitations sent together. */
export function InvitationResult({ tally }: { readonly tally: InvitationTally }) {
  const { invited, linked, refused } = tally;
  const done = invited + linked > 0;
  return (
    <Notice
      tone={done ? 'success' : 'warning'}
      announced
      title={
        done
          ? counted(invited, 'invitation part par e‑mail', 'invitations partent par e‑mail')
          : 'Aucune invitation n’est partie'
      }
    >
      {linked > 0 ? (
        <p>
          {counted(
            linked,
            'responsable déjà actif ailleurs voit',
            'responsables déjà actifs ailleurs voient',
          )}{' '}
          désormais ce foyer.
        </p>
      ) : null}
      {refusalSentences(refused).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
