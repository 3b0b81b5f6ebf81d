import type { CellKey, CellView } from '@preau/domain/bookings/cell-view';
import {
  Bell,
  CalendarX,
  Check,
  Clock,
  DoorOpen,
  Euro,
  FileText,
  List,
  ListPlus,
  Lock,
  type LucideIcon,
  Minus,
  Phone,
  Plus,
  Sun,
  TriangleAlert,
  Users,
  X,
} from 'lucide-react';

/** Ground and border of a cell; each tone also has a border style that survives forced colours. */
export type CellTone =
  | 'open'
  | 'draftAdd'
  | 'draftRemove'
  | 'draftWait'
  | 'booked'
  | 'pending'
  | 'pendingCancel'
  | 'refused'
  | 'late'
  | 'full'
  | 'queued'
  | 'offered'
  | 'flat'
  | 'flatDotted'
  | 'flatRed'
  | 'hatched'
  | 'dashed'
  | 'gone';

export type CellLook = { readonly tone: CellTone; readonly Icon: LucideIcon | null };

/** How each state is drawn: tone, border style and icon, beside the word the domain gives. */
export const cellLooks: Readonly<Record<CellKey, CellLook>> = {
  free: { tone: 'open', Icon: Plus },
  add: { tone: 'draftAdd', Icon: Plus },
  remove: { tone: 'draftRemove', Icon: Minus },
  wait: { tone: 'draftWait', Icon: ListPlus },
  pendingAdd: { tone: 'pending', Icon: Clock },
  booked: { tone: 'booked', Icon: Check },
  pendingCancel: { tone: 'pendingCancel', Icon: Clock },
  refused: { tone: 'refused', Icon: X },
  late: { tone: 'late', Icon: TriangleAlert },
  full: { tone: 'full', Icon: Users },
  waitlisted: { tone: 'queued', Icon: List },
  offered: { tone: 'offered', Icon: Bell },
  awaitingPayment: { tone: 'pending', Icon: Euro },
  expired: { tone: 'gone', Icon: X },
  present: { tone: 'flat', Icon: Check },
  absent: { tone: 'flatRed', Icon: X },
  absenceDeclared: { tone: 'flatDotted', Icon: CalendarX },
  deadline: { tone: 'flat', Icon: Lock },
  neverOnline: { tone: 'flat', Icon: Phone },
  notOpenYet: { tone: 'flat', Icon: Clock },
  closed: { tone: 'hatched', Icon: null },
  holiday: { tone: 'hatched', Icon: Sun },
  docs: { tone: 'dashed', Icon: FileText },
  notEnrolled: { tone: 'flat', Icon: DoorOpen },
  ageOut: { tone: 'flatDotted', Icon: Lock },
};

/** Whether a tap changes the cell at once: it is then pressed or not, like any toggle. */
export function isToggle({ tap }: CellView): boolean {
  return tap === 'add' || tap === 'remove' || tap === 'undo';
}
