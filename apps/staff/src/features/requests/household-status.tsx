import { Tag } from '@preau/ui/feedback/tag';
import { CircleCheck, FileWarning } from 'lucide-react';
import classes from './requests.module.css';
import type { BookingRequest } from './requests.queries.ts';

type Status = Pick<BookingRequest['householdStatus'], 'fileComplete' | 'missingDocuments'> & {
  readonly enrolment?: BookingRequest['householdStatus']['enrolment'];
};

const enrolments: Readonly<Record<BookingRequest['householdStatus']['enrolment'], string>> = {
  none: 'Pas inscrit à cet accueil',
  requested: 'Inscription demandée',
  incomplete: 'Inscription à compléter',
  accepted: 'Inscription acceptée',
  refused: 'Inscription refusée',
  waitlisted: 'Inscription en liste d’attente',
  ended: 'Inscription terminée',
};

/** Where the household stands: its file, its documents, the enrolment of the child. */
export function HouseholdStatus({ status }: { readonly status: Status }) {
  const { fileComplete, missingDocuments, enrolment } = status;
  const lines = [
    { ok: fileComplete, words: fileComplete ? 'Dossier complet' : 'Dossier incomplet' },
    {
      ok: missingDocuments.length === 0,
      words:
        missingDocuments.length === 0
          ? 'Aucun document manquant'
          : `Manque : ${missingDocuments.join(', ')}`,
    },
    ...(enrolment ? [{ ok: enrolment === 'accepted', words: enrolments[enrolment] }] : []),
  ];
  return (
    <ul className={classes.status} aria-label="Situation de la famille">
      {lines.map(({ ok, words }) => (
        <li key={words}>
          <Tag
            tone={ok ? 'plain' : 'warning'}
            icon={ok ? <CircleCheck size={16} /> : <FileWarning size={16} />}
          >
            {words}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
