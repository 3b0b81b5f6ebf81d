import { Notice } from '@preau/ui/feedback/notice';
import { useQuery } from '@tanstack/react-query';
import { explainContext, type Organisation } from '../../../shared/organisation.ts';
import { cartQuery } from '../bookings.queries.ts';
import { lacksDays } from '../cart-words.ts';
import { cellId } from '../draft.ts';
import { sentencesOf } from '../sentences.ts';
import { useDraftBeside } from '../use-draft.ts';

type LackingNoticeProps = { readonly childId: string; readonly organisation: Organisation };

/** That more days have to be ticked in a week or a month, while it can still be done here. */
export function LackingNotice({ childId, organisation }: LackingNoticeProps) {
  const draft = useDraftBeside();
  const { data: cart } = useQuery(cartQuery());
  const lacking =
    cart?.lines.filter(
      (line) => line.childId === childId && lacksDays(line) && draft.entries.has(cellId(line)),
    ) ?? [];
  const rules = lacking.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'minDays'));
  const sentences = sentencesOf(rules, explainContext(organisation));
  if (sentences.length === 0) return null;
  return (
    <Notice title="Il manque des jours" announced>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
