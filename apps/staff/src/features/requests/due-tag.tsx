import { Tag } from '@preau/ui/feedback/tag';
import { Clock, TriangleAlert } from 'lucide-react';
import { type Due, dueWords } from './request-words.ts';

type DueTagProps = { readonly due: Due; readonly timeZone: string };

/** Until when to answer: amber when it nears, red once it is late, in words always. */
export function DueTag({ due, timeZone }: DueTagProps) {
  const words = dueWords(due, timeZone);
  if (words === null) return null;
  const isLate = due.due === 'overdue';
  return (
    <Tag
      tone={isLate ? 'danger' : due.due === 'soon' ? 'warning' : 'plain'}
      icon={isLate ? <TriangleAlert size={16} /> : <Clock size={16} />}
    >
      {words}
    </Tag>
  );
}
