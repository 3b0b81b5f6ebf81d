import { describe, expect, test } from 'vitest';
import { documentMessage, documentProblems, fileRefusals } from './document-problems.ts';
import { refusalSentence } from './file-refusals.ts';

const problem = (code: string, more = {}) => ({
  type: `/problems/${code}`,
  title: 'In English, never shown',
  status: 422,
  code,
  requestId: 'r-42',
  ...more,
});
const limits = { fileBytes: 10_485_760, totalBytes: 1, files: 10, usedBytes: 0, quotaBytes: 1 };

describe('what a parent reads when a document is refused', () => {
  test.each(documentProblems)('%s has whole sentences in French', (code) => {
    const params = { usedBytes: 95_000_000, quotaBytes: 104_857_600, totalBytes: 31_457_280 };
    const message = documentMessage(problem(code, { params }));
    expect(message).toMatch(/^[A-ZÀÉ0-9].{10,}\.$/s);
    expect(message).not.toMatch(/undefined|NaN|null|English/);
  });

  test('what is not about documents is told as everywhere', () => {
    expect(documentMessage(problem('unauthenticated'))).toContain('session');
    expect(documentMessage(new TypeError('Nothing answers'))).toContain('hors ligne');
    expect(documentMessage({ status: 502 })).toContain('inattendue');
  });

  test('each refused file is found by its place', () => {
    const errors = [
      { pointer: '/body/files/0', code: 'heic', message: '' },
      { pointer: '/body/files/2', code: 'damaged', message: '' },
      { pointer: '/body/kind', code: 'unknown', message: '' },
    ];
    expect([...fileRefusals(problem('files-refused', { errors }))]).toEqual([
      [0, 'heic'],
      [2, 'damaged'],
    ]);
    expect(fileRefusals(problem('invalid', { errors })).size).toBe(0);
    expect(fileRefusals(problem('files-refused')).size).toBe(0);
  });

  test('a file that is not what its name says is told by what it should be', () => {
    const sentence = (name: string) => refusalSentence('content-mismatch', { name }, limits);
    expect(sentence('dossier.PDF')).toContain('n’est pas un PDF');
    expect(sentence('photo.jpg')).toContain('n’est pas une photo');
    expect(refusalSentence('too-large', { name: 'a.pdf' }, limits)).toContain('10\u00a0Mo');
    expect(refusalSentence('brand-new-code', { name: 'a.pdf' }, limits)).toMatch(/pas accepté/);
  });
});
