import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { Panel } from '@preau/ui/shell/panel';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { StaleNotice } from '../../shared/stale-notice.tsx';
import { TextEditor } from '../../shared/text-editor/text-editor.tsx';
import { TextPreview } from '../../shared/text-editor/text-preview.tsx';
import { VersionWords } from './legal-pages-panel.tsx';
import type { useLegalPages } from './legal-pages.queries.ts';
import { type LegalPage, type LegalPageCode, longestPage } from './legal-pages.ts';
import classes from './settings.module.css';
import { usePageWriting } from './use-page-writing.ts';

type LegalPageEditorProps = {
  readonly code: LegalPageCode;
  /** The version in force when the page opened. */
  readonly shown: LegalPage | undefined;
  readonly current: ReturnType<typeof useLegalPages>;
};

/** A legal page beside what families will read; published, it is a new version for good. */
export function LegalPageEditor({ code, shown, current }: LegalPageEditorProps) {
  const writing = usePageWriting(code, shown, () => void current.refetch());
  const [asking, setAsking] = useState(false);
  const inForce = current.data?.items.find((page) => page.code === code);
  return (
    <div className={classes.page}>
      <p>
        <VersionWords page={inForce} />
      </p>
      {writing.wasBegun ? (
        <Notice>Vous aviez commencé à modifier cette page : votre texte est là.</Notice>
      ) : null}
      <div className={classes.columns}>
        <Panel title="Texte">
          <TextEditor
            label="Texte de la page"
            rows={18}
            maxLength={longestPage}
            value={writing.body}
            onChange={writing.write}
          />
        </Panel>
        <Panel title="Aperçu">
          <TextPreview text={writing.body} />
        </Panel>
      </div>
      {writing.isStale ? (
        <OtherVersion theirs={inForce} writing={writing} current={current} />
      ) : writing.error ? (
        <Notice tone="error" announced title="La page n’a pas été publiée">
          {problemMessage(writing.error)}
        </Notice>
      ) : writing.published ? (
        <Notice tone="success" announced>
          La version {writing.published} est en ligne. Les précédentes restent consultables.
        </Notice>
      ) : null}
      <EditorButtons writing={writing} onPublish={() => setAsking(true)} />
      {asking ? (
        <ConfirmSheet
          code={code}
          next={writing.version + 1}
          onClose={() => setAsking(false)}
          onPublish={() => {
            setAsking(false);
            writing.publish();
          }}
        />
      ) : null}
    </div>
  );
}

type Writing = ReturnType<typeof usePageWriting>;

type OtherVersionProps = {
  readonly theirs: LegalPage | undefined;
  readonly writing: Writing;
  readonly current: ReturnType<typeof useLegalPages>;
};

function OtherVersion({ theirs, writing, current }: OtherVersionProps) {
  return (
    <StaleNotice
      what="cette page"
      loading={current.isFetching}
      error={current.isRefetchError ? current.error : null}
      onRetry={() => void current.refetch()}
      keepMine="Garder mon texte"
      takeTheirs="Prendre l’autre version"
      onKeepMine={() => writing.keepMine(theirs)}
      onTakeTheirs={() => writing.takeTheirs(theirs)}
    >
      <details className={classes.otherText}>
        <summary>Lire l’autre version</summary>
        <TextPreview text={theirs?.body ?? ''} />
      </details>
    </StaleNotice>
  );
}

type EditorButtonsProps = { readonly writing: Writing; readonly onPublish: () => void };

function EditorButtons({ writing, onPublish }: EditorButtonsProps) {
  const paths = usePaths();
  const navigate = useNavigate();
  const reason = writing.isEmpty
    ? 'Écrivez le texte de la page avant de la publier.'
    : writing.isChanged
      ? ''
      : 'Le texte est celui qui est en ligne.';
  return (
    <div className={classes.buttons}>
      <p id="raison-publier" className={classes.reason}>
        {reason}
      </p>
      <Button
        variant="quiet"
        onClick={() => {
          writing.giveUp();
          void navigate(paths.settings);
        }}
      >
        {writing.isChanged ? 'Annuler' : 'Revenir aux réglages'}
      </Button>
      <Button
        busy={writing.busy}
        aria-disabled={reason !== ''}
        aria-describedby="raison-publier"
        onClick={reason === '' ? onPublish : undefined}
      >
        Publier la version {writing.version + 1}
      </Button>
    </div>
  );
}

type ConfirmSheetProps = {
  readonly code: LegalPageCode;
  readonly next: number;
  readonly onClose: () => void;
  readonly onPublish: () => void;
};

/** What is published cannot be taken back: it is said before. */
function ConfirmSheet({ code, next, onClose, onPublish }: ConfirmSheetProps) {
  return (
    <Sheet
      title={`Publier la version ${next} ?`}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Ne pas publier
          </Button>
          <Button onClick={onPublish}>Publier</Button>
        </>
      }
    >
      <p>
        Elle remplace aussitôt la version en ligne, qui reste consultable. Une version publiée ne
        s’efface pas.
      </p>
      {code === 'terms' ? (
        <p>Chaque parent devra accepter ces nouvelles conditions à sa prochaine visite.</p>
      ) : null}
    </Sheet>
  );
}
