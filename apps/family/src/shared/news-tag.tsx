import { Tag, type TagTone } from '@preau/ui/feedback/tag';
import { CalendarOff, Euro, Info, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { type News, newsKindWords } from './news.ts';

const looks: Readonly<Record<News['kind'], { readonly tone: TagTone; readonly icon: ReactNode }>> =
  {
    information: { tone: 'plain', icon: <Info size={16} /> },
    closure: { tone: 'warning', icon: <CalendarOff size={16} /> },
    prices: { tone: 'plain', icon: <Euro size={16} /> },
    rules: { tone: 'plain', icon: <Scale size={16} /> },
  };

/** What a piece of news is about: an icon and a word. */
export function NewsTag({ kind }: { readonly kind: News['kind'] }) {
  const { tone, icon } = looks[kind];
  return (
    <Tag tone={tone} icon={icon}>
      {newsKindWords[kind]}
    </Tag>
  );
}
