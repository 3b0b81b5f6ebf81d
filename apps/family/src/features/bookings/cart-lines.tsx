import { problemCodeOf } from '@preau/api-client/failure';
import { formatDayLong } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Trash2 } from 'lucide-react';
import type { Organisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { changesSince } from './cart-changes.ts';
import { canWait, groupLines, isBlocked, waitFor } from './cart-groups.ts';
import type { Cart, CartLine } from './cart-types.ts';
import { lacksDays } from './cart-words.ts';
import classes from './cart.module.css';
import { LineList } from './line-list.tsx';
import type { useConfirmation } from './use-confirmation.ts';
import { useDraft } from './use-draft.ts';

type CartLinesProps = {
  readonly cart: Cart;
  /** Those of it that are still in the draft. */
  readonly lines: readonly CartLine[];
  readonly confirmation: ReturnType<typeof useConfirmation>;
  readonly organisation: Organisation;
  /** On the button that takes all of them out. */
  readonly whole: string;
};

/** What would be done, line by line, and what changed since it was last tried. */
export function CartLines({ cart, lines, confirmation, organisation, whole }: CartLinesProps) {
  const { dispatch } = useDraft();
  const takeOut = (taken: readonly CartLine[]) =>
    dispatch({ type: 'gesture', changes: taken.map((line) => ({ ...line, action: null })) });
  const wait = (full: readonly CartLine[]) =>
    dispatch({ type: 'gesture', changes: full.map(waitFor) });
  return (
    <>
      <CartNotices
        error={confirmation.error}
        changes={changesSince(confirmation.seen, cart.lines)}
        blocked={lines.filter(isBlocked).length}
        lacking={lines.filter(lacksDays).length}
      />
      <LineList
        groups={groupLines(lines)}
        organisation={organisation}
        level={2}
        renderAction={(line) => (
          <>
            {isBlocked(line) && canWait(line) ? (
              <LineButton
                line={line}
                words="Mettre en liste d’attente"
                onPress={() => wait([line])}
              />
            ) : null}
            <LineButton line={line} words="Retirer" onPress={() => takeOut([line])} />
          </>
        )}
      />
      <div>
        <Button
          variant="quiet"
          icon={<Trash2 size={18} aria-hidden="true" />}
          onClick={() => takeOut(lines)}
        >
          {whole}
        </Button>
      </div>
    </>
  );
}

type CartNoticesProps = {
  readonly error: unknown;
  /** Since the attempt that failed. */
  readonly changes: readonly string[];
  readonly blocked: number;
  /** Lines that only lack others of the same week or month. */
  readonly lacking: number;
};

function CartNotices({ error, changes, blocked, lacking }: CartNoticesProps) {
  const stale = problemCodeOf(error)?.startsWith('cart-') ?? false;
  return (
    <>
      {error ? (
        <Notice tone={stale ? 'warning' : 'error'} announced>
          {problemMessage(error)}
          {stale && changes.length > 0 ? (
            <ul className={classes.changes}>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}
      {blocked > 0 ? (
        <Notice
          tone="warning"
          title={
            blocked > 1
              ? `${blocked} lignes ne pourront pas être enregistrées`
              : 'Une ligne ne pourra pas être enregistrée'
          }
        >
          {blockedAdvice(blocked, lacking)}
        </Notice>
      ) : null}
    </>
  );
}

function blockedAdvice(blocked: number, lacking: number): string {
  const them = blocked > 1 ? 'les' : 'la';
  return lacking > 0
    ? `Il manque des jours pour atteindre le minimum demandé. Ajoutez-en depuis le planning, retirez-${them}, ou validez le reste.`
    : `Vous pouvez ${them} retirer, ou valider le reste.`;
}

type LineButtonProps = {
  readonly line: CartLine;
  readonly words: string;
  readonly onPress: () => void;
};

function LineButton({ line, words, onPress }: LineButtonProps) {
  return (
    <Button variant="quiet" onClick={onPress}>
      {words}
      <VisuallyHidden>
        {` ${line.unitLabel}, ${line.childFirstName}, ${formatDayLong(day(line.on))}`}
      </VisuallyHidden>
    </Button>
  );
}
