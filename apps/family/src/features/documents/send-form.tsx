import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { RadioCard } from '@preau/ui/forms/radio-card';
import { TextAreaField } from '@preau/ui/forms/text-area-field';
import { formatFileSize } from '@preau/ui/text/file-size';
import { Send } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Me } from '../../shared/session.ts';
import { ChosenFiles } from './chosen-files.tsx';
import { type FormAction, type FormState, missing } from './document-form.ts';
import { documentMessage } from './document-problems.ts';
import classes from './documents.module.css';
import type { DocumentKind, Limits } from './documents.queries.ts';
import { FilePicker } from './file-picker.tsx';
import { SendProgress } from './send-progress.tsx';
import { useSending } from './use-sending.ts';

const longestNote = 1_000;

export type SendFormProps = {
  readonly me: Me;
  readonly kinds: readonly DocumentKind[];
  readonly limits: Limits;
  readonly form: FormState;
  readonly dispatch: (action: FormAction) => void;
};

/** Which document, of whom, its files, a word with them. */
export function SendForm(props: SendFormProps) {
  const { kinds, limits, form, dispatch } = props;
  const sending = useSending(form, dispatch);
  const [tried, setTried] = useState(false);
  const lack = missing(form, kinds, limits);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (sending.busy) return;
    // What was said of the attempt before gives way to what is missing now.
    if (lack === null) sending.send();
    else sending.forget();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <KindChoice {...props} />
      <ChildChoice {...props} />
      <fieldset className={classes.group}>
        <legend>Vos fichiers</legend>
        <FilePicker
          hint={`PDF, ou photo JPEG, PNG, WebP. ${limits.files} fichiers au plus, ${formatFileSize(limits.fileBytes)} chacun et ${formatFileSize(limits.totalBytes)} ensemble. Une photo par page convient.`}
          onChoose={(files) => dispatch({ type: 'add', files, limits })}
        >
          <ChosenFiles
            files={form.files}
            limits={limits}
            onDrop={(id) => dispatch({ type: 'drop', id })}
          />
        </FilePicker>
      </fieldset>
      <TextAreaField
        label="Message (facultatif)"
        hint="Ce que le service doit savoir pour traiter votre document."
        value={form.note}
        maxLength={longestNote}
        onChange={(event) => dispatch({ type: 'note', note: event.currentTarget.value })}
      />
      {sending.error ? (
        <Notice tone="error" announced>
          {documentMessage(sending.error)}
        </Notice>
      ) : null}
      {tried && lack && !sending.error ? (
        <Notice tone="warning" announced>
          {lack.words}
        </Notice>
      ) : null}
      {sending.busy ? (
        <SendProgress part={sending.part} onGiveUp={sending.giveUp} />
      ) : (
        <Button type="submit" wide icon={<Send size={20} aria-hidden="true" />}>
          Envoyer
        </Button>
      )}
    </form>
  );
}

function KindChoice({ kinds, form, dispatch }: SendFormProps) {
  return (
    <fieldset className={classes.group}>
      <legend>Quel document envoyez-vous ?</legend>
      <div className={classes.choices}>
        {kinds.map(({ code, label, help }) => (
          <RadioCard
            key={code}
            name="document"
            value={code}
            title={label}
            detail={help}
            checked={form.kind === code}
            onChoose={() => dispatch({ type: 'kind', kind: code })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Asked only of a document about one child, where there are several. */
function ChildChoice({ me, kinds, form, dispatch }: SendFormProps) {
  const about = kinds.find(({ code }) => code === form.kind)?.about;
  if (about !== 'child' || me.children.length < 2) return null;
  return (
    <fieldset className={classes.group}>
      <legend>Pour quel enfant ?</legend>
      <div className={classes.choices}>
        {me.children.map(({ id, firstName, schoolClass }) => (
          <RadioCard
            key={id}
            name="enfant"
            value={id}
            title={firstName}
            detail={schoolClass}
            checked={form.childId === id}
            onChoose={() => dispatch({ type: 'child', childId: id })}
          />
        ))}
      </div>
    </fieldset>
  );
}
