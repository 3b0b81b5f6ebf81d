import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { CheckField } from '@preau/ui/forms/check-field';
import { Field } from '@preau/ui/forms/field';
import { SelectField } from '@preau/ui/forms/select-field';
import { Panel } from '@preau/ui/shell/panel';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { problemMessage } from '../../shared/problem-messages.ts';
import { TextEditor } from '../../shared/text-editor/text-editor.tsx';
import { NewsCard } from './news-card.tsx';
import {
  errorsOf,
  longestText,
  longestTitle,
  type NewsDraft,
  type NewsErrors,
  refusedFields,
} from './news-draft.ts';
import { kindWords, newsKinds } from './news-words.ts';
import type { Move, NewsKind } from './news.queries.ts';
import classes from './news.module.css';

type NewsFormProps = {
  readonly draft: NewsDraft;
  readonly onChange: (draft: NewsDraft) => void;
  readonly busy: boolean;
  /** What the last attempt was refused with. */
  readonly error: unknown;
  readonly onSave: (move: Move | null) => void;
  /** Before the fields. */
  readonly head: ReactNode;
  /** What somebody else did meanwhile, told where one has just tried to save. */
  readonly conflict: ReactNode;
  /** What publishing would do. */
  readonly outcome: string;
  readonly actions: readonly NewsAction[];
  readonly onCancel: () => void;
};

/** A button of the form; the one that only saves is also what pressing Enter does. */
export type NewsAction = {
  readonly label: string;
  readonly move: Move | null;
  readonly main: boolean;
  readonly running: boolean;
};

/** A piece of news being written, beside what families will see of it. */
export function NewsForm(props: NewsFormProps) {
  const { draft, onChange, busy, error, onSave, head, conflict, outcome, actions } = props;
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(0);
  const own = errorsOf(draft);
  // What the server refused holds until the draft changes.
  const [sent, setSent] = useState<NewsDraft | null>(null);
  const refused: NewsErrors = sent === draft ? refusedFields(error) : new Map();
  const errors: NewsErrors = new Map([...refused, ...(tried > 0 ? own : [])]);
  const refusals = refused.size;

  useEffect(() => {
    if (tried === 0 && refusals === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried, refusals]);

  const trySave = (move: Move | null) => {
    if (busy) return;
    setTried(tried + 1);
    if (own.size > 0) return;
    setSent(draft);
    onSave(move);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trySave(null);
  };
  return (
    <form ref={form} className={classes.form} noValidate onSubmit={submit}>
      {head}
      <div className={classes.columns}>
        <NewsFields draft={draft} errors={errors} onChange={onChange} />
        <Panel title="Aperçu">
          <p className={classes.soft}>Tel que les familles le liront.</p>
          <NewsCard draft={draft} />
        </Panel>
      </div>
      {tried > 0 && own.size > 0 ? (
        <Notice tone="error" announced title="Rien n’est encore enregistré">
          {own.size === 1 ? 'Une information est' : `${own.size} informations sont`} à compléter ou
          à corriger.
        </Notice>
      ) : error && sent === draft ? (
        <Notice tone="error" announced title="L’actualité n’a pas été enregistrée">
          {problemMessage(error)}
        </Notice>
      ) : null}
      {conflict}
      <div className={classes.buttons}>
        <p className={classes.outcome}>{outcome}</p>
        <Button variant="quiet" onClick={props.onCancel}>
          Annuler
        </Button>
        {actions.map(({ label, move, main, running }) => (
          <Button
            key={label}
            variant={main ? 'primary' : 'secondary'}
            busy={running}
            {...(move === null ? { type: 'submit' as const } : { onClick: () => trySave(move) })}
          >
            {label}
          </Button>
        ))}
      </div>
    </form>
  );
}

type NewsFieldsProps = {
  readonly draft: NewsDraft;
  readonly errors: NewsErrors;
  readonly onChange: (draft: NewsDraft) => void;
};

const kinds = newsKinds.map((kind) => ({ value: kind, label: kindWords[kind] }));
const isKind = (value: string): value is NewsKind => Object.hasOwn(kindWords, value);

function NewsFields({ draft, errors, onChange }: NewsFieldsProps) {
  const field = (name: 'title' | 'visibleFrom' | 'visibleUntil') => ({
    value: draft[name],
    error: errors.get(name),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: value }),
  });
  return (
    <Panel title="Texte et dates">
      <Field label="Titre" maxLength={longestTitle} autoComplete="off" {...field('title')} />
      <TextEditor
        label="Texte"
        rows={8}
        maxLength={longestText}
        value={draft.body}
        error={errors.get('body')}
        onChange={(body) => onChange({ ...draft, body })}
      />
      <SelectField
        label="Sujet"
        value={draft.kind}
        options={kinds}
        onChoose={(kind) => (isKind(kind) ? onChange({ ...draft, kind }) : undefined)}
      />
      <div className={classes.pair}>
        <Field label="Visible à partir du" type="date" {...field('visibleFrom')} />
        <Field
          label="Jusqu’au (facultatif)"
          type="date"
          min={draft.visibleFrom}
          {...field('visibleUntil')}
        />
      </div>
      <p className={classes.soft}>
        Les deux jours sont compris. Sans dernier jour, elle reste visible jusqu’à ce que vous la
        retiriez.
      </p>
      <CheckField
        label="Actualité importante"
        hint="Elle passe avant les autres sur la page d’accueil des familles."
        checked={draft.important}
        onChange={(important) => onChange({ ...draft, important })}
      />
    </Panel>
  );
}
