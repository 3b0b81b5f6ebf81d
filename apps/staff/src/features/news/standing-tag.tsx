import { Tag, type TagTone } from '@preau/ui/feedback/tag';
import { CalendarClock, CalendarX2, Eye, EyeOff, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { standingWords } from './news-words.ts';
import type { Standing } from './news.queries.ts';

const looks: Readonly<Record<Standing, { tone: TagTone; icon: ReactNode }>> = {
  draft: { tone: 'plain', icon: <PencilLine size={16} /> },
  scheduled: { tone: 'warning', icon: <CalendarClock size={16} /> },
  visible: { tone: 'brand', icon: <Eye size={16} /> },
  ended: { tone: 'plain', icon: <CalendarX2 size={16} /> },
  withdrawn: { tone: 'plain', icon: <EyeOff size={16} /> },
};

/** Where a piece of news stands today. */
export function StandingTag({ standing }: { readonly standing: Standing }) {
  const { tone, icon } = looks[standing];
  return (
    <Tag tone={tone} icon={icon}>
      {standingWords[standing]}
    </Tag>
  );
}
