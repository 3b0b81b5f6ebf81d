import { formatInstant } from '@preau/domain/explain/format-fr';
import { fromIso } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { SelectField } from '@preau/ui/forms/select-field';
import { Link } from 'react-router';
import { counted } from '../../../shared/format.ts';
import { Fact } from '../../../shared/inbox/fact.tsx';
import inbox from '../../../shared/inbox/inbox.module.css';
import { ReasonForm } from '../../../shared/inbox/reason-form.tsx';
import { explainContext, type Organisation, usePaths } from '../../../shared/organisation.ts';
import { problemMessage } from '../../../shared/problem-messages.ts';
import { sentencesOf } from '../../../shared/sentences.ts';
import { DueTag } from '../due-tag.tsx';
import { HouseholdStatus } from '../household-status.tsx';
import { childWords, nearness } from '../request-words.ts';
import classes from '../requests.module.css';
import { answerWords, stateWords, usualReasons } from './enrolment-words.ts';
import type { EnrolmentRequest } from './enrolments.queries.ts';
import { type EnrolmentReading, headingId } from './use-enrolment-reading.ts';

type EnrolmentPanelProps = {
  readonly request: EnrolmentRequest;
  readonly organisation: Organisation;
  readonly reading: EnrolmentReading;
};

/** A request for an enrolment with all there is to know to answer it. */
export function EnrolmentPanel({ request, organisation, reading }: EnrolmentPanelProps) {
  const { timeZone } = organisation;
  const obstacles = sentencesOf(request.why, explainContext(organisation));
  return (
    <section className={inbox.panel} aria-labelledby={headingId}>
      <header className={classes.head}>
        <h2 id={headingId} tabIndex={-1}>
          {childWords(request)}
        </h2>
        <p>
          {request.activity.label}, année {request.schoolYear}
        </p>
        {request.state === 'requested' ? (
          <p className={classes.marks}>
            <DueTag due={nearness(request.answerDueAt)} timeZone={timeZone} />
          </p>
        ) : null}
      </header>
      <Facts request={request} timeZone={timeZone} />
      {request.note ? (
        <div>
          <h3>Message de la famille</h3>
          <p className={inbox.written}>{request.note}</p>
        </div>
      ) : null}
      <HouseholdStatus status={request.householdStatus} />
      {obstacles.length > 0 && request.answers.length > 0 ? (
        <Notice tone="warning" title="Le règlement s’y oppose, vous pouvez passer outre">
          <ul>
            {obstacles.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Outcome request={request} timeZone={timeZone} />
      {request.answers.length > 0 ? <Answers request={request} reading={reading} /> : null}
    </section>
  );
}

type PartProps = { readonly request: EnrolmentRequest; readonly timeZone: string };

function Facts({ request, timeZone }: PartProps) {
  const paths = usePaths();
  const { household, child, facility, requestedAt } = request;
  return (
    <dl className={inbox.facts}>
      {household ? (
        <Fact name="Famille">
          <Link to={paths.family(household.id)}>{household.name}</Link>
        </Fact>
      ) : null}
      <Fact name="Âge">{counted(child.age, 'an', 'ans')}</Fact>
      <Fact name="Site">{facility.name}</Fact>
      {requestedAt ? (
        <Fact name="Demandé">le {formatInstant(fromIso(requestedAt), timeZone)}</Fact>
      ) : null}
    </dl>
  );
}

function Outcome({ request, timeZone }: PartProps) {
  const { decidedAt, decidedBy, reason, state } = request;
  if (decidedAt === null) return null;
  const when = formatInstant(fromIso(decidedAt), timeZone);
  return (
    <Notice
      tone={state === 'accepted' ? 'success' : state === 'refused' ? 'error' : 'info'}
      title={`${stateWords[state]} le ${when}${decidedBy ? `, par ${decidedBy}` : ''}`}
    >
      {reason ? <p className={inbox.written}>{reason}</p> : null}
    </Notice>
  );
}

type AnswersProps = { readonly request: EnrolmentRequest; readonly reading: EnrolmentReading };

function Answers({ request, reading }: AnswersProps) {
  const { writing, answer } = reading;
  const { busy, error } = reading.answering;
  return (
    <footer className={inbox.decision}>
      {error ? (
        <Notice tone="error" announced>
          {problemMessage(error)}
        </Notice>
      ) : null}
      {writing ? (
        <ReasonForm
          key={writing}
          place={`enrolment ${writing} ${request.id}`}
          reasons={usualReasons[writing]}
          label={writing === 'refuse' ? 'Motif du refus' : 'Ce qui manque'}
          hint="La famille le lit tel quel, par e‑mail et dans « Mes inscriptions »."
          send={writing === 'refuse' ? 'Refuser l’inscription' : 'Demander ce complément'}
          leave="Revenir"
          busy={busy}
          onSend={(reason) => answer(request, writing, reason)}
          onLeave={reading.stopWriting}
        />
      ) : (
        <>
          {request.answers.includes('accept') ? (
            <SelectField
              label="Groupe d’âge"
              value={reading.group}
              options={request.ageGroups.map(({ code, label }) => ({ value: code, label }))}
              onChoose={reading.chooseGroup}
            />
          ) : null}
          <div className={inbox.actions}>
            {request.answers.toReversed().map((kind) => (
              <Button
                key={kind}
                variant={kind === 'accept' ? 'primary' : kind === 'refuse' ? 'danger' : 'secondary'}
                busy={busy && kind === 'accept'}
                aria-disabled={busy}
                onClick={() =>
                  kind === 'refuse' || kind === 'incomplete'
                    ? reading.startWriting(kind)
                    : answer(request, kind, null)
                }
              >
                {answerWords[kind]}
              </Button>
            ))}
          </div>
        </>
      )}
    </footer>
  );
}
