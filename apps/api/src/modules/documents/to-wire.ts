import { type Instant, toIso } from '@preau/domain/time/instant';
import type { OrganisationSettings } from '../organisations/organisations.public.ts';
import type { InboxDocumentRow, OwnDocumentRow } from './documents.queries.ts';
import type { InboxDocument, OwnDocument } from './documents.schemas.ts';

type Kinds = OrganisationSettings['documentKinds'];

export function ownToWire(row: OwnDocumentRow, kinds: Kinds): OwnDocument {
  return { ...row, kind: kindOf(row.kind, kinds), ...moments(row) };
}

export function inboxToWire(row: InboxDocumentRow, kinds: Kinds): InboxDocument {
  return { ...row, kind: kindOf(row.kind, kinds), ...moments(row) };
}

/** The words of a kind. One the organisation no longer offers keeps its code for a label. */
export function kindOf(code: string, kinds: Kinds): { code: string; label: string } {
  return { code, label: kinds.find((kind) => kind.code === code)?.label ?? code };
}

function moments({ sentAt, decidedAt }: { sentAt: number; decidedAt: number | null }) {
  return {
    sentAt: toIso(sentAt as Instant),
    decidedAt: decidedAt === null ? null : toIso(decidedAt as Instant),
  };
}
