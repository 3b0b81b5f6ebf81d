import { fromIso } from '@preau/domain/time/instant';
import { expect, test } from 'vitest';
import { formatTimeAgo } from './time-ago.ts';

const now = fromIso('2026-11-21T12:00:00.000Z');

test.for([
  ['2026-11-21T11:57:00.000Z', 'il y a 3 minutes'],
  ['2026-11-20T11:00:00.000Z', 'il y a 1 jour'],
  ['2026-11-03T12:00:00.000Z', 'il y a 18 jours'],
])('%s is told as « %s »', ([at = '', words]) => {
  expect(formatTimeAgo(at, now)).toBe(words);
});
