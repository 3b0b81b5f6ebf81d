import type { ListHouseholdEnrolmentsResponse } from '@preau/api-client/staff';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { RadioCard } from '@preau/ui/forms/radio-card';
import { SelectField } from '@preau/ui/forms/select-field';
import { TextAreaField } from '@preau/ui/forms/text-area-field';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useState } from 'react';
import { problemMessage } from '../../shared/problem-messages.ts';
import type { HouseholdEnrolment } from './enrolment-looks.tsx';
import classes from './household-page.module.css';
import type { Answering } from './use-answering.ts';

type Answer = HouseholdEnrolment['answers'][number];

type AnswerSheetProps = {
  readonly enrolment: HouseholdEnrolment;
  readonly activity: ListHouseholdEnrolmentsResponse['activities'][number];
  readonly ageGroups: ListHouseholdEnrolmentsResponse['ageGroups'];
  readonly childName: string;
  readonly answering: Answering;
  readonly onClose: () => void;
};

const words: Readonly<Record<Answer, { readonly title: string; readonly detail: string }>> = {
  accept: { title: 'Accepter', detail: 'L’enfant est inscrit, sa famille peut réserver.' },
  refuse: { title: 'Refuser', detail: 'La famille lit votre motif.' },
  incomplete: { title: 'Demander un complément', detail: 'La famille complète puis renvoie.' },
  wait: { title: 'Mettre en liste d’attente', detail: 'Vous pourrez l’accepter plus tard.' },
};

/** Answers one request: what, in which group, and why where it is not yes. */
export function AnswerSheet(props: AnswerSheetProps) {
  const { enrolment, activity, ageGroups, childName, answering, onClose } = props;
  const [answer, setAnswer] = useState<Answer>('accept');
  const [ageGroup, setAgeGroup] = useState(enrolment.ageGroup);
  const [because, setBecause] = useState('');
  const [tried, setTried] = useState(false);
  const needsReason = answer === 'refuse' || answer === 'incomplete';
  const isMissing = needsReason && because.trim() === '';
  const welcomed = ageGroups.filter(
    ({ code }) => activity.ageGroups.length === 0 || activity.ageGroups.includes(code),
  );
  const submit = () => {
    setTried(true);
    if (isMissing) return;
    const said = because.trim() === '' ? null : because.trim();
    answering.answer(enrolment.id, answer, answer === 'accept' ? ageGroup : null, said, onClose);
  };
  return (
    <Sheet
      title={`${activity.activity} : ${childName}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Plus tard
          </Button>
          <Button busy={answering.busy} onClick={submit}>
            {words[answer].title}
          </Button>
        </>
      }
    >
      <fieldset className={`${classes.choices} ${classes.fieldset}`} aria-label="Votre réponse">
        {enrolment.answers.map((one) => (
          <RadioCard
            key={one}
            name="reponse"
            value={one}
            title={words[one].title}
            detail={words[one].detail}
            checked={answer === one}
            onChoose={() => setAnswer(one)}
          />
        ))}
      </fieldset>
      {answer === 'accept' ? (
        <SelectField
          label="Groupe"
          value={ageGroup}
          options={welcomed.map(({ code, label }) => ({ value: code, label }))}
          onChoose={setAgeGroup}
        />
      ) : null}
      <TextAreaField
        label={needsReason ? 'Motif' : 'Message à la famille (facultatif)'}
        hint="La famille le reçoit tel quel, par e‑mail et sur sa page."
        value={because}
        maxLength={1_000}
        error={tried && isMissing ? 'Écrivez pourquoi : la famille saura quoi faire.' : undefined}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      {answering.error ? (
        <Notice tone="error" announced>
          {problemMessage(answering.error)}
        </Notice>
      ) : null}
    </Sheet>
  );
}
