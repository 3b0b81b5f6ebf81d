import { formatDayLong } from '@preau/domain/explain/format-fr';
import { isDay } from '@preau/domain/time/day';
import { Notice } from '@preau/ui/feedback/notice';
import { Tag } from '@preau/ui/feedback/tag';
import { CalendarOff, Euro, Info, Megaphone, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextPreview } from '../../shared/text-editor/text-preview.tsx';
import type { NewsDraft } from './news-draft.ts';
import { kindWords } from './news-words.ts';
import type { NewsKind } from './news.queries.ts';
import classes from './news.module.css';

const icons: Readonly<Record<NewsKind, ReactNode>> = {
  information: <Info size={16} />,
  closure: <CalendarOff size={16} />,
  prices: <Euro size={16} />,
  rules: <Scale size={16} />,
};

/** What a piece of news is about, as families see it. */
export function KindTag({ kind }: { readonly kind: NewsKind }) {
  return (
    <Tag tone={kind === 'closure' ? 'warning' : 'plain'} icon={icons[kind]}>
      {kindWords[kind]}
    </Tag>
  );
}

export function ImportantTag() {
  return (
    <Tag tone="danger" icon={<Megaphone size={16} />}>
      Importante
    </Tag>
  );
}

/** News as families find them: what is important above everything else, the rest on a card. */
export function NewsCard({ draft }: { readonly draft: NewsDraft }) {
  const { kind, title, body, important, visibleUntil } = draft;
  const shownTitle = title.trim() === '' ? 'Titre' : title;
  const until = isDay(visibleUntil) ? (
    <p className={classes.soft}>Jusqu’au {formatDayLong(visibleUntil)}</p>
  ) : null;
  if (important) {
    return (
      <article aria-label="Aperçu de l’actualité">
        <Notice tone="warning" title={shownTitle}>
          <TextPreview text={body} />
          {until}
        </Notice>
      </article>
    );
  }
  return (
    <article className={classes.card} aria-label="Aperçu de l’actualité">
      <div className={classes.tags}>
        <KindTag kind={kind} />
        {until}
      </div>
      <p className={classes.cardTitle}>{shownTitle}</p>
      <TextPreview text={body} />
    </article>
  );
}
