import type { Day } from '@preau/domain/time/day';
import { Button } from '@preau/ui/actions/button';
import { capitalised } from '@preau/ui/text/capitalised';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { formatTimeAgo } from '../../shared/time-ago.ts';
import { ImportantTag, KindTag } from './news-card.tsx';
import { moveOf, moveWords, periodWords } from './news-words.ts';
import type { Move, News } from './news.queries.ts';
import classes from './news.module.css';
import { StandingTag } from './standing-tag.tsx';

type NewsRowProps = {
  readonly news: News;
  readonly today: Day;
  readonly busy: boolean;
  readonly onMove: (move: Move) => void;
};

/** One piece of news: what it is, where it stands, and what can be done with it at once. */
export function NewsRow({ news, today, busy, onMove }: NewsRowProps) {
  const paths = usePaths();
  const { id, kind, title, important, standing, updatedAt } = news;
  const move = moveOf[standing];
  return (
    <li className={classes.row} data-standing={standing}>
      <div className={classes.what}>
        <h2 className={classes.rowTitle}>
          <Link to={paths.editNews(id)}>{title}</Link>
        </h2>
        <p className={classes.tags}>
          <StandingTag standing={standing} />
          <KindTag kind={kind} />
          {important ? <ImportantTag /> : null}
        </p>
        <p>{capitalised(periodWords(news, today))}</p>
        <p className={classes.soft}>Modifiée {formatTimeAgo(updatedAt)}</p>
      </div>
      {move ? (
        <Button
          variant="secondary"
          aria-label={`${moveWords[move]} « ${title} »`}
          busy={busy}
          onClick={() => onMove(move)}
        >
          {moveWords[move]}
        </Button>
      ) : null}
    </li>
  );
}
