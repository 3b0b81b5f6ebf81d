import type { TagTone } from '@preau/ui/feedback/tag';
import { CircleCheck, CircleX, Clock, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocumentState } from './documents.queries.ts';

/** A state as a parent reads it: a word, a tone and an icon. */
export const stateLooks: Readonly<
  Record<DocumentState, { readonly word: string; readonly tone: TagTone; readonly icon: ReactNode }>
> = {
  sent: { word: 'Envoyé, en attente', tone: 'warning', icon: <Clock size={16} /> },
  accepted: { word: 'Accepté', tone: 'brand', icon: <CircleCheck size={16} /> },
  refused: { word: 'Refusé', tone: 'danger', icon: <CircleX size={16} /> },
  withdrawn: { word: 'Retiré', tone: 'plain', icon: <Undo2 size={16} /> },
};
