import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { FileUp } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { documentPlace } from './enrolment-place.ts';
import { agesWords, sentencesOf } from './enrolment-words.ts';
import classes from './enrolments.module.css';
import type { Available } from './enrolments.queries.ts';

type AvailableChoiceProps = {
  readonly childId: string;
  readonly available: Available;
  readonly context: ExplainContext;
  readonly checked: boolean;
  readonly onChoose: (checked: boolean) => void;
};

/**
 * An activity to be asked for, with its conditions; one that cannot be says why, and keeps its place
 * for who goes through the form with the keyboard.
 */
export function AvailableChoice(props: AvailableChoiceProps) {
  const { childId, available, context, checked, onChoose } = props;
  const id = useId();
  const { activity, verdict, ages, documents } = available;
  const blocked = verdict.outcome !== 'pending';
  const missing = documents.filter((document) => document.missing);
  const told = sentencesOf(
    missing.length > 0
      ? verdict.reasons.filter(({ code }) => code !== 'documentsMissing')
      : verdict.reasons,
    context,
  );
  const conditions = [agesWords(ages), ...told].filter((words) => words !== '');
  return (
    <div className={classes.choice} data-blocked={blocked || undefined}>
      <label className={classes.choiceLine}>
        <input
          type="checkbox"
          checked={checked && !blocked}
          aria-disabled={blocked || undefined}
          aria-describedby={`${id}-conditions`}
          onChange={({ currentTarget }) => {
            if (!blocked) onChoose(currentTarget.checked);
          }}
        />
        <span>{activity.label}</span>
      </label>
      <div className={classes.conditions} id={`${id}-conditions`}>
        {conditions.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {documents.length > 0 && missing.length === 0 ? (
          <p>Documents demandés : tous envoyés.</p>
        ) : null}
        {missing.length > 0 ? <MissingDocuments childId={childId} missing={missing} /> : null}
      </div>
    </div>
  );
}

type MissingDocumentsProps = {
  readonly childId: string;
  readonly missing: Available['documents'];
};

/** What is to be sent first, each with the way to send it. */
function MissingDocuments({ childId, missing }: MissingDocumentsProps) {
  const paths = usePaths();
  return (
    <>
      <p>À envoyer avant de demander cette inscription :</p>
      <ul className={classes.missing}>
        {missing.map(({ code, label, about }) => (
          <li key={code}>
            <Link
              to={`${paths.sendDocument}${documentPlace(code, about === 'child' ? childId : null)}`}
            >
              <FileUp size={18} aria-hidden="true" />
              Envoyer « {label} »
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
