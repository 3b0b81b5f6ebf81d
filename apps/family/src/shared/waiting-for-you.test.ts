import type { ListDocumentsResponse } from '@preau/api-client/family';
import { fromIso } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import { refusedAndNotReplaced } from './waiting-for-you.ts';

type Document = ListDocumentsResponse['items'][number];

const now = fromIso('2026-11-16T08:00:00.000Z');
const lina = { id: 'lina', firstName: 'Lina' };

const sent = (id: string, changes: Partial<Document> = {}): Document => ({
  id,
  kind: { code: 'dispense', label: 'Dispense' },
  child: null,
  note: '',
  state: 'refused',
  reason: 'Illisible',
  sentAt: '2026-11-10T08:00:00.000Z',
  sentBy: { you: true, firstName: 'Claire' },
  decidedAt: '2026-11-12T08:00:00.000Z',
  expiresOn: null,
  files: [],
  ...changes,
});

const told = (...documents: Document[]) =>
  refusedAndNotReplaced(documents, now).map(({ id }) => id);

describe('documents to be sent again', () => {
  test('are those that were refused', () => {
    expect(told(sent('refused'), sent('sent', { state: 'sent' }))).toEqual(['refused']);
  });

  test('are not those that were sent again, unless that was taken back', () => {
    const later = { sentAt: '2026-11-13T08:00:00.000Z' };
    expect(told(sent('a'), sent('b', { ...later, state: 'sent' }))).toEqual([]);
    expect(told(sent('a'), sent('b', { ...later, state: 'accepted' }))).toEqual([]);
    expect(told(sent('a'), sent('b', { ...later, state: 'withdrawn' }))).toEqual(['a']);
    expect(told(sent('a'), sent('b', later))).toEqual(['b']);
  });

  test('are told for each child and each kind', () => {
    const later = { sentAt: '2026-11-13T08:00:00.000Z', state: 'sent' as const };
    expect(told(sent('a'), sent('b', { ...later, child: lina }))).toEqual(['a']);
    expect(told(sent('a'), sent('b', { ...later, kind: { code: 'autre', label: '' } }))).toEqual([
      'a',
    ]);
  });

  test('are forgotten after two months', () => {
    expect(told(sent('old', { decidedAt: '2026-09-16T08:00:00.000Z' }))).toEqual([]);
  });
});
