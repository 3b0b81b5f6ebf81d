import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { formatClock, formatDayLong } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { Sheet } from '@preau/ui/overlays/sheet';
import { capitalised } from '@preau/ui/text/capitalised';
import { Link } from 'react-router';
import { deviceNow } from '../../../shared/clock.ts';
import { ContactCard } from '../../../shared/contact-card.tsx';
import { explainContext, type Organisation, usePaths } from '../../../shared/organisation.ts';
import { awaitedSentences } from '../awaited.ts';
import type { Cell } from '../cell.ts';
import { wordOf } from '../cell-name.ts';
import classes from '../planning.module.css';
import { topicOf } from '../rules/rule-topic.ts';
import { SeeRule } from '../rules/see-rule.tsx';
import { sentencesOf } from '../sentences.ts';
import type { Taps } from '../use-taps.ts';
import { isAboutPrice } from '../wire-reasons.ts';
import { type CellHelp, helpOf } from './cell-help.ts';
import { WhatEndedIt } from './what-ended-it.tsx';

type CellSheetProps = {
  readonly cell: Cell;
  /** Of the service, as it is read on the planning. */
  readonly title: string;
  readonly firstName: string;
  readonly organisation: Organisation;
  /** Does what the sheet proposes: waits, withdraws, gives up, asks again. */
  readonly onConfirm: () => void;
  /** Opens the règlement at the part that the cell comes from. */
  readonly onRule: Taps['rules'];
  readonly onClose: () => void;
};

/**
 * Why a day cannot be changed here, whom to contact and when; what a day waits for, and how to give
 * it up; or, of a full day, its waiting list.
 */
export function CellSheet(props: CellSheetProps) {
  const { cell, title, firstName, organisation, onConfirm, onRule, onClose } = props;
  const help = helpOf(cell, organisation.features);
  const { action, page } = help;
  return (
    <Sheet
      title={capitalised(formatDayLong(cell.on))}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {action ? 'Retour' : 'Fermer'}
          </Button>
          {page ? <PageLink page={page} /> : null}
          {action ? (
            <Button variant={action.givesUp ? 'danger' : 'primary'} onClick={onConfirm}>
              {action.words}
            </Button>
          ) : null}
        </>
      }
    >
      <div>
        <p className={classes.sheetLead}>
          {title} · {firstName}
        </p>
        <p className={classes.sheetState}>
          <strong>{wordOf(cell)}</strong>
          {cell.sessionId === null ? null : (
            <>
              {' '}
              · {formatClock(cell.startsAt)} – {formatClock(cell.endsAt)} ·{' '}
              {formatEuros(cell.unitCents)}
            </>
          )}
        </p>
      </div>
      <Sentences cell={cell} firstName={firstName} context={explainContext(organisation)} />
      <SeeRule onSee={() => onRule({ activity: cell.activity, title, topic: topicOf(cell) })} />
      {help.contact ? <WhomToContact cell={cell} organisation={organisation} /> : null}
    </Sheet>
  );
}

type SentencesProps = {
  readonly cell: Cell;
  readonly firstName: string;
  readonly context: ExplainContext;
};

function Sentences({ cell, firstName, context }: SentencesProps) {
  const told = toldOf(cell, context);
  // What giving up would change is told with the rest.
  const prices = cell.queue ? [] : sentencesOf(cell.reasons.filter(isAboutPrice), context);
  return (
    <div className={classes.sentences}>
      <WhatEndedIt cell={cell} context={context} />
      {told.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {cell.view.tap === 'wait' || cell.again === 'wait' ? (
        <p>
          Les places qui se libèrent sont proposées dans l’ordre des demandes. Vous recevrez un
          e‑mail et aurez un délai pour répondre. Rien n’est facturé tant que {firstName} attend.
        </p>
      ) : null}
      {prices.map((sentence) => (
        <p key={sentence} className={classes.muted}>
          {sentence}
        </p>
      ))}
    </div>
  );
}

/** What is awaited; what can be asked again; else why nothing can be done. */
function toldOf(cell: Cell, context: ExplainContext): readonly string[] {
  const awaited = awaitedSentences(cell, context.timeZone, deviceNow());
  if (awaited.length > 0 && cell.view.tap !== 'explain') return awaited;
  if (cell.again === 'add') {
    return [
      cell.ways.acceptance === 'staff'
        ? 'Ce jour est encore ouvert : vous pouvez le demander à nouveau.'
        : 'Ce jour est encore ouvert : vous pouvez le réserver à nouveau.',
    ];
  }
  const why = sentencesOf(
    cell.reasons.filter((reason) => !isAboutPrice(reason)),
    context,
  );
  return [...awaited, ...why];
}

type WhomToContactProps = { readonly cell: Cell; readonly organisation: Organisation };

/** Whom to reach, and what for where it is not the question of the sheet. */
function WhomToContact({ cell, organisation }: WhomToContactProps) {
  return (
    <div className={classes.sentences}>
      {cell.view.key === 'awaitingPayment' ? <p>Pour payer, adressez-vous au service :</p> : null}
      <ContactCard organisation={organisation} />
    </div>
  );
}

type PageLinkProps = { readonly page: NonNullable<CellHelp['page']> };

/** The page on which what is missing can be put right. */
function PageLink({ page }: PageLinkProps) {
  const paths = usePaths();
  const pages = {
    documents: { to: paths.documents, words: 'Envoyer le document' },
    enrolments: { to: paths.enrolments, words: 'Voir mes inscriptions' },
    news: { to: paths.root, words: 'Lire les actualités' },
  };
  const { to, words } = pages[page];
  return (
    <Link className={buttonClass('primary')} to={to}>
      {words}
    </Link>
  );
}
