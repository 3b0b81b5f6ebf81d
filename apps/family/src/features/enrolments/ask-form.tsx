import type { ListEnrolmentsResponse } from '@preau/api-client/family';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { RadioCard } from '@preau/ui/forms/radio-card';
import { SelectField } from '@preau/ui/forms/select-field';
import { TextAreaField } from '@preau/ui/forms/text-area-field';
import { Send } from 'lucide-react';
import { explainContext, type Organisation } from '../../shared/organisation.ts';
import { AvailableChoice } from './available-choice.tsx';
import { enrolmentMessage } from './enrolment-problems.ts';
import classes from './enrolments.module.css';
import type { ChildEnrolments } from './enrolments.queries.ts';
import { useAsking } from './use-asking.ts';

const longestNote = 1_000;

type AskFormProps = {
  readonly organisation: Organisation;
  readonly data: ListEnrolmentsResponse;
  readonly child: ChildEnrolments | undefined;
  readonly onChild: (id: string) => void;
  readonly onYear: (year: string) => void;
};

/** Whom, for which year, in what, and a word with it. */
export function AskForm({ organisation, data, child, onChild, onYear }: AskFormProps) {
  const asking = useAsking(child, data.schoolYear);
  return (
    <form className={classes.form} onSubmit={asking.submit} noValidate>
      {data.children.length > 1 ? (
        <fieldset className={classes.group}>
          <legend>Pour quel enfant ?</legend>
          <div className={classes.radios}>
            {data.children.map(({ id, firstName }) => (
              <RadioCard
                key={id}
                name="enfant"
                value={id}
                title={firstName}
                checked={child?.id === id}
                onChoose={() => onChild(id)}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <SelectField
        label="Année scolaire"
        value={data.schoolYear}
        options={data.schoolYears.map((year) => ({ value: year, label: year }))}
        onChoose={onYear}
      />
      {child ? (
        <Choices child={child} organisation={organisation} asking={asking} />
      ) : (
        <p>Choisissez un enfant : les accueils qui lui sont ouverts s’affichent ensuite.</p>
      )}
      <TextAreaField
        label="Message (facultatif)"
        hint="Ce que le service doit savoir pour étudier votre demande."
        value={asking.note}
        maxLength={longestNote}
        onChange={(event) => asking.setNote(event.currentTarget.value)}
      />
      <Outcome asking={asking} />
      <Button type="submit" wide busy={asking.busy} icon={<Send size={20} aria-hidden="true" />}>
        Envoyer la demande
      </Button>
    </form>
  );
}

type Asking = ReturnType<typeof useAsking>;

/** What went wrong, or is still to be done. */
function Outcome({ asking: { error, isPartly, lack } }: { readonly asking: Asking }) {
  if (error) {
    return (
      <Notice tone="error" announced>
        {enrolmentMessage(error)}
      </Notice>
    );
  }
  if (isPartly) {
    return (
      <Notice tone="warning" announced title="Une partie n’a pas pu être demandée">
        La raison est indiquée sous chaque accueil ; le reste est enregistré.
      </Notice>
    );
  }
  return lack ? (
    <Notice tone="warning" announced>
      {lack}
    </Notice>
  ) : null;
}

type ChoicesProps = {
  readonly child: ChildEnrolments;
  readonly organisation: Organisation;
  readonly asking: Asking;
};

/** What could be asked for, site by site. */
function Choices({ child, organisation, asking }: ChoicesProps) {
  const sites = [...Map.groupBy(child.available, ({ facility }) => facility)];
  if (sites.length === 0) {
    return <p>{child.firstName} est déjà inscrit, ou demandé, partout pour cette année.</p>;
  }
  return sites.map(([facility, list]) => (
    <fieldset key={facility} className={classes.group}>
      <legend>{facility}</legend>
      {list.map((available) => (
        <AvailableChoice
          key={available.activityId}
          childId={child.id}
          available={available}
          context={explainContext(organisation)}
          checked={asking.wanted.has(available.activityId)}
          onChoose={(on) => asking.toggle(available.activityId, on)}
        />
      ))}
    </fieldset>
  ));
}
