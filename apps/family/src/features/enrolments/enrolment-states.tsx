import type { TagTone } from '@preau/ui/feedback/tag';
import { CircleAlert, CircleCheck, CircleX, Clock, List, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EnrolmentState } from './enrolments.queries.ts';

type Look = { readonly word: string; readonly tone: TagTone; readonly icon: ReactNode };

/** A state as a parent reads it: a word, a tone and an icon. */
export const stateLooks: Readonly<Record<EnrolmentState, Look>> = {
  requested: { word: 'Demandée', tone: 'warning', icon: <Clock size={16} /> },
  incomplete: { word: 'À compléter', tone: 'danger', icon: <CircleAlert size={16} /> },
  waitlisted: { word: 'En liste d’attente', tone: 'warning', icon: <List size={16} /> },
  accepted: { word: 'Acceptée', tone: 'brand', icon: <CircleCheck size={16} /> },
  refused: { word: 'Refusée', tone: 'danger', icon: <CircleX size={16} /> },
  ended: { word: 'Terminée', tone: 'plain', icon: <Undo2 size={16} /> },
};

/** What a family took back itself ended otherwise. */
export const withdrawnLook: Look = { ...stateLooks.ended, word: 'Retirée' };
