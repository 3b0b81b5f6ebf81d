import type { ListHouseholdEnrolmentsResponse } from '@preau/api-client/staff';
import type { TagTone } from '@preau/ui/feedback/tag';
import { CircleAlert, CircleCheck, CircleX, Clock, List, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

export type HouseholdEnrolment = ListHouseholdEnrolmentsResponse['items'][number];
type Look = { readonly word: string; readonly tone: TagTone; readonly icon: ReactNode };

const looks: Readonly<Record<HouseholdEnrolment['state'], Look>> = {
  requested: { word: 'Demandée', tone: 'warning', icon: <Clock size={16} /> },
  incomplete: { word: 'À compléter', tone: 'warning', icon: <CircleAlert size={16} /> },
  waitlisted: { word: 'Liste d’attente', tone: 'warning', icon: <List size={16} /> },
  accepted: { word: 'Inscrit', tone: 'brand', icon: <CircleCheck size={16} /> },
  refused: { word: 'Refusée', tone: 'danger', icon: <CircleX size={16} /> },
  ended: { word: 'Terminée', tone: 'plain', icon: <Undo2 size={16} /> },
};

/** A state as the office reads it: what a family took back itself ended otherwise. */
export function lookOf({ state, withdrawn }: HouseholdEnrolment): Look {
  return withdrawn ? { ...looks.ended, word: 'Retirée par la famille' } : looks[state];
}
