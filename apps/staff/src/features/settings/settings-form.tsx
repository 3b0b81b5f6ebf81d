import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { counted } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { BookingFlowPanel } from './booking-flow-panel.tsx';
import { ColourPanel } from './colour-panel.tsx';
import { ContactPanel, NamePanel } from './contact-panels.tsx';
import { DocumentKindsPanel } from './document-kinds-panel.tsx';
import { LegalPanel } from './legal-panel.tsx';
import { MenuPanel } from './menu-panel.tsx';
import { OfficeHoursPanel } from './office-hours-panel.tsx';
import type { PartProps } from './part.ts';
import { SettingsConflict } from './settings-conflict.tsx';
import type { SettingsDraft } from './settings-draft.ts';
import { errorsOf, refusedFields, type SettingsErrors } from './settings-errors.ts';
import classes from './settings.module.css';
import type { Settings, useSettings } from './settings.queries.ts';
import { useChanging } from './use-changing.ts';

type SettingsFormProps = {
  /** As they were when the page opened. */
  readonly shown: Settings;
  /** As they are now, asked again when somebody else was faster. */
  readonly current: ReturnType<typeof useSettings>;
};

/** All the settings, saved together. */
export function SettingsForm({ shown, current }: SettingsFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const changing = useChanging(shown, () => void current.refetch());
  const { draft, error, busy } = changing;
  const [tried, setTried] = useState(0);
  const own = errorsOf(draft);
  // What the server refused holds until the draft changes.
  const [sent, setSent] = useState<SettingsDraft | null>(null);
  const refused: SettingsErrors = sent === draft ? refusedFields(error, draft) : new Map();
  const errors: SettingsErrors = new Map([...refused, ...(tried > 0 ? own : [])]);
  const refusals = refused.size;

  useEffect(() => {
    if (tried === 0 && refusals === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried, refusals]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || changing.changed.length === 0) return;
    setTried(tried + 1);
    if (own.size > 0) return;
    setSent(draft);
    changing.save();
  };
  const part: PartProps = { draft, errors, onChange: changing.write };
  return (
    <form ref={form} className={classes.form} noValidate onSubmit={submit}>
      {changing.wasBegun ? (
        <Notice>Vous aviez commencé à changer les réglages : ce que vous avez écrit est là.</Notice>
      ) : null}
      <NamePanel {...part} />
      <ContactPanel {...part} />
      <OfficeHoursPanel {...part} />
      <ColourPanel {...part} />
      <BookingFlowPanel {...part} />
      <MenuPanel {...part} />
      <DocumentKindsPanel {...part} />
      <LegalPanel {...part} />
      <SaveBar
        changing={changing}
        current={current}
        wrong={tried > 0 ? own.size : 0}
        error={sent === draft ? error : null}
      />
    </form>
  );
}

type SaveBarProps = {
  readonly changing: ReturnType<typeof useChanging>;
  readonly current: ReturnType<typeof useSettings>;
  readonly wrong: number;
  readonly error: unknown;
};

/** At the foot of the screen as long as something is to be saved. */
function SaveBar({ changing, current, wrong, error }: SaveBarProps) {
  const { changed, busy, isSaved, giveUp } = changing;
  const count = changed.length;
  if (changing.isStale) {
    return (
      <section className={classes.saveBar} data-pending aria-label="Enregistrement">
        <SettingsConflict changing={changing} current={current} />
      </section>
    );
  }
  return (
    <section
      className={classes.saveBar}
      data-pending={count > 0 || undefined}
      aria-label="Enregistrement"
    >
      {wrong > 0 ? (
        <Notice tone="error" announced>
          {counted(wrong, 'information est', 'informations sont')} à corriger : rien n’est
          enregistré.
        </Notice>
      ) : error ? (
        <Notice tone="error" announced>
          {problemMessage(error)}
        </Notice>
      ) : isSaved ? (
        <Notice tone="success" announced>
          Réglages enregistrés : les familles les voient dès maintenant.
        </Notice>
      ) : null}
      <div className={classes.saveLine}>
        <p id="a-enregistrer">
          {count === 0
            ? 'Aucune modification à enregistrer.'
            : `${counted(count, 'modification', 'modifications')} à enregistrer`}
        </p>
        {count > 0 ? (
          <Button variant="quiet" onClick={busy ? undefined : giveUp}>
            Tout annuler
          </Button>
        ) : null}
        <Button
          type="submit"
          busy={busy}
          aria-disabled={count === 0}
          aria-describedby="a-enregistrer"
        >
          Enregistrer
        </Button>
      </div>
    </section>
  );
}
