import { formatDayWithYear, formatInstant } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Check, X } from 'lucide-react';
import type { Ref } from 'react';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { formatTimeAgo } from '../../shared/time-ago.ts';
import { decisionMessage } from './document-problems.ts';
import type { InboxDocument } from './documents.queries.ts';
import { FilePreview } from './file-preview.tsx';
import classes from '../../shared/inbox/inbox.module.css';
import fileClasses from './files.module.css';
import { usualReasons } from './refusal-reasons.ts';
import { Fact } from '../../shared/inbox/fact.tsx';
import { ReasonForm } from '../../shared/inbox/reason-form.tsx';
import type { Decisions } from './use-decisions.ts';
import { ValidityField } from './validity-field.tsx';

type DocumentPanelProps = {
  readonly document: InboxDocument;
  readonly timeZone: string;
  readonly decisions: Decisions;
  /** Takes the focus when the next document comes. */
  readonly heading: Ref<HTMLHeadingElement>;
};

/** A document with all there is to know to decide it. */
export function DocumentPanel({ document, timeZone, decisions, heading }: DocumentPanelProps) {
  const { kind, household, child, note, files, sentAt, sentBy } = document;
  const paths = usePaths();
  const sent = formatInstant(fromIso(sentAt), timeZone);
  return (
    <section className={classes.panel} aria-labelledby="titre-demande">
      <h2 id="titre-demande" ref={heading} tabIndex={-1}>
        {kind.label}
      </h2>
      <dl className={classes.facts}>
        <Fact name="Famille">
          <Link to={paths.family(household.id)}>{household.name}</Link>
        </Fact>
        {child ? (
          <Fact name="Enfant">
            {child.lastName} {child.firstName}, {child.schoolClass}
          </Fact>
        ) : null}
        <Fact name="Envoyé">
          {sentBy ? `par ${sentBy}, ` : ''}le {sent}, {formatTimeAgo(sentAt)}
        </Fact>
      </dl>
      {note ? (
        <div>
          <h3>Message de la famille</h3>
          <p className={classes.written}>{note}</p>
        </div>
      ) : null}
      <Outcome document={document} timeZone={timeZone} />
      <ul className={fileClasses.files} aria-label="Fichiers">
        {files.map((file, index) => (
          <FilePreview
            key={file.id}
            documentId={document.id}
            file={file}
            place={index + 1}
            count={files.length}
          />
        ))}
      </ul>
      {decisions.error ? (
        <Notice tone="error" announced>
          {decisionMessage(decisions.error)}
        </Notice>
      ) : null}
      {document.state === 'sent' ? (
        <DecisionBar documentId={document.id} decisions={decisions} />
      ) : null}
    </section>
  );
}

type OutcomeProps = { readonly document: InboxDocument; readonly timeZone: string };

function Outcome({ document, timeZone }: OutcomeProps) {
  const { state, reason, decidedBy, decidedAt, expiresOn } = document;
  if (state === 'sent' || decidedAt === null) return null;
  if (state === 'withdrawn') {
    return <Notice title="La famille a retiré ce document">Ses fichiers ont été effacés.</Notice>;
  }
  const when = formatInstant(fromIso(decidedAt), timeZone);
  return (
    <Notice
      tone={state === 'accepted' ? 'success' : 'error'}
      title={`${state === 'accepted' ? 'Accepté' : 'Refusé'} le ${when}${decidedBy ? `, par ${decidedBy}` : ''}`}
    >
      {reason ? <p className={classes.written}>{reason}</p> : null}
      {expiresOn ? <p>Valable jusqu’au {formatDayWithYear(day(expiresOn))}.</p> : null}
    </Notice>
  );
}

type DecisionBarProps = {
  readonly documentId: string;
  readonly decisions: Decisions;
};

function DecisionBar({ documentId, decisions }: DecisionBarProps) {
  const { busy, refusing, accept, refuse, startRefusing, stopRefusing } = decisions;
  return (
    <footer className={classes.decision}>
      {refusing ? (
        <ReasonForm
          place={`refusal ${documentId}`}
          reasons={usualReasons}
          hint="La famille le reçoit tel quel, par e‑mail et dans « Mes demandes »."
          send="Refuser et prévenir la famille"
          leave="Ne pas refuser"
          busy={busy}
          onSend={refuse}
          onLeave={stopRefusing}
        />
      ) : (
        <>
          <ValidityField decisions={decisions} />
          <p className={classes.soft}>
            Les responsables du foyer sont prévenus par e‑mail dès votre décision.
          </p>
          <div className={classes.actions}>
            <Button
              variant="danger"
              aria-disabled={busy}
              icon={<X size={20} aria-hidden="true" />}
              onClick={busy ? undefined : startRefusing}
            >
              Refuser…
            </Button>
            <Button busy={busy} icon={<Check size={20} aria-hidden="true" />} onClick={accept}>
              Accepter
            </Button>
          </div>
        </>
      )}
    </footer>
  );
}
