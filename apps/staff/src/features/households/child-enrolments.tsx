import type { ListHouseholdEnrolmentsResponse } from '@preau/api-client/staff';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { useState } from 'react';
import { useOrganisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { EnrolSheet } from './enrol-sheet.tsx';
import { EnrolmentLine } from './enrolment-line.tsx';
import type { HouseholdEnrolment } from './enrolment-looks.tsx';
import classes from './household-page.module.css';
import { type Child, useEnrolments } from './households.queries.ts';
import { type Answering, useAnswering } from './use-answering.ts';

type Enrolments = ListHouseholdEnrolmentsResponse;
type ChildEnrolmentsProps = { readonly householdId: string; readonly child: Child };

/** What a child is enrolled in, or asked to be, by school year; answering, and enrolling in more. */
export function ChildEnrolments({ householdId, child }: ChildEnrolmentsProps) {
  const enrolments = useEnrolments(householdId);
  const answering = useAnswering(householdId);
  const [enrolling, setEnrolling] = useState(false);
  const { data } = enrolments;
  if (!data) {
    return enrolments.error ? (
      <p className={classes.failed}>
        Les inscriptions n’ont pas pu être chargées. {problemMessage(enrolments.error)}
      </p>
    ) : (
      <div aria-busy="true">
        <VisuallyHidden>Chargement…</VisuallyHidden>
        <Skeleton width="60%" />
      </div>
    );
  }
  return (
    <>
      <Years data={data} child={child} answering={answering} />
      <Answered answering={answering} />
      <div className={classes.actions}>
        <Button variant="quiet" onClick={() => setEnrolling(true)}>
          Inscrire à un accueil
          <VisuallyHidden> {child.firstName}</VisuallyHidden>
        </Button>
      </div>
      {enrolling ? (
        <EnrolSheet
          householdId={householdId}
          child={child}
          data={data}
          onClose={() => setEnrolling(false)}
        />
      ) : null}
    </>
  );
}

type YearsProps = {
  readonly data: Enrolments;
  readonly child: Child;
  readonly answering: Answering;
};

/** The present school year, and the next once something is asked for it. */
function Years({ data, child, answering }: YearsProps) {
  const { data: organisation } = useOrganisation();
  const [answered, setAnswered] = useState<HouseholdEnrolment | null>(null);
  const own = data.items.filter(({ childId }) => childId === child.id);
  const activities = new Map(data.activities.map((one) => [one.activityId, one]));
  const activity = answered && activities.get(answered.activityId);
  const [present] = data.schoolYears;
  const years = data.schoolYears.filter(
    (year) => year === present || own.some(({ schoolYear }) => schoolYear === year),
  );
  return (
    <>
      {years.map((year) => {
        const items = own.filter(({ schoolYear }) => schoolYear === year);
        return (
          <section key={year} aria-label={`Inscriptions de ${child.firstName} ${year}`}>
            <p className={classes.small}>
              {items.length === 0 ? `Aucune inscription pour ${year}.` : `Inscriptions ${year}`}
            </p>
            <ul>
              {items.map((enrolment) => (
                <EnrolmentLine
                  key={enrolment.id}
                  enrolment={enrolment}
                  activity={activities.get(enrolment.activityId)?.activity ?? ''}
                  facility={activities.get(enrolment.activityId)?.facility ?? ''}
                  childName={child.firstName}
                  timeZone={organisation?.timeZone ?? 'Europe/Paris'}
                  onAnswer={() => setAnswered(enrolment)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {answered && activity ? (
        <AnswerSheet
          enrolment={answered}
          activity={activity}
          ageGroups={data.ageGroups}
          childName={child.firstName}
          answering={answering}
          onClose={() => setAnswered(null)}
        />
      ) : null}
    </>
  );
}

/** What was just answered, and the way to take it back while the family is not told yet. */
function Answered({ answering }: { readonly answering: Answering }) {
  const { last, takeBack, takingBack, takeBackError } = answering;
  if (takeBackError) {
    return (
      <Notice tone="error" announced>
        La réponse ne peut plus être reprise : la famille est prévenue.
      </Notice>
    );
  }
  const [result] = last?.results ?? [];
  if (!last || !result) return null;
  if (result.result === 'notDone') {
    return (
      <Notice tone="warning" announced>
        Cette demande n’attend plus de réponse : elle vient de changer.
      </Notice>
    );
  }
  return (
    <Notice
      tone="success"
      announced
      title="Réponse enregistrée"
      actions={
        <Button variant="secondary" busy={takingBack} onClick={takeBack}>
          Annuler ma réponse
        </Button>
      }
    >
      La famille sera prévenue dans 30 secondes.
    </Notice>
  );
}
