import { describe, expect, test } from 'vitest';
import { changeForm, emptyForm, type FormState, missing } from './document-form.ts';
import type { DocumentKind, Limits } from './documents.queries.ts';

const megabyte = 1024 * 1024;
const limits: Limits = {
  fileBytes: 10 * megabyte,
  totalBytes: 30 * megabyte,
  files: 3,
  usedBytes: 0,
  quotaBytes: 100 * megabyte,
};
const kinds: DocumentKind[] = [
  { code: 'dispense', label: 'Dispense', about: 'child', help: '' },
  { code: 'dossier', label: 'Dossier', about: 'household', help: '' },
];

const file = (name: string, bytes = 100) => {
  const made = new File(['x'], name);
  Object.defineProperty(made, 'size', { value: bytes });
  return made;
};
const withFiles = (...files: File[]): FormState =>
  changeForm(changeForm(emptyForm(), { type: 'kind', kind: 'dossier' }), {
    type: 'add',
    files,
    limits,
  });
const lackOf = (form: FormState) => missing(form, kinds, limits)?.at ?? null;

describe('the form of a document', () => {
  test('is asked for its kind, its child where there is one, its files, in this order', () => {
    let form = emptyForm();
    expect(lackOf(form)).toBe('kind');
    form = changeForm(form, { type: 'kind', kind: 'dispense' });
    expect(lackOf(form)).toBe('child');
    form = changeForm(form, { type: 'child', childId: 'lea' });
    expect(lackOf(form)).toBe('files');
    form = changeForm(form, { type: 'add', files: [file('a.pdf')], limits });
    expect(lackOf(form)).toBeNull();
  });

  test('a document of the household needs no child', () => {
    expect(lackOf(withFiles(file('a.pdf')))).toBeNull();
  });

  test.each([
    ['photo.HEIC', 100, 'heic'],
    ['note.docx', 100, 'unsupported-type'],
    ['a.pdf.exe', 100, 'unsupported-type'],
    ['vide.pdf', 0, 'empty'],
    ['lourd.pdf', 10 * megabyte + 1, 'too-large'],
    ['juste.pdf', 10 * megabyte, null],
    ['Photo.JPEG', 100, null],
  ])('%s of %d bytes is told before anything is sent: %s', (name, bytes, refusal) => {
    const form = withFiles(file(name, bytes));
    expect(form.files.map((one) => one.refusal)).toEqual([refusal]);
    expect(lackOf(form)).toBe(refusal === null ? null : 'files');
  });

  test('a refused file taken out, the rest can be sent', () => {
    const form = withFiles(file('a.pdf'), file('b.docx'));
    const refused = form.files.find(({ refusal }) => refusal !== null);
    expect(lackOf(changeForm(form, { type: 'drop', id: refused?.id ?? '' }))).toBeNull();
  });

  test('too many files, or too heavy together, are told too', () => {
    expect(lackOf(withFiles(...['a', 'b', 'c', 'd'].map((one) => file(`${one}.pdf`))))).toBe(
      'files',
    );
    const heavy = ['a', 'b', 'c'].map((one) => file(`${one}.pdf`, 10 * megabyte));
    expect(lackOf(withFiles(...heavy))).toBeNull();
    expect(missing(withFiles(...heavy), kinds, { ...limits, totalBytes: 1 })?.at).toBe('files');
  });

  test('the same file chosen twice is there once', () => {
    const photo = file('photo.jpg');
    const form = changeForm(withFiles(photo), { type: 'add', files: [photo], limits });
    expect(form.files).toHaveLength(1);
  });

  test('the key of the attempt changes with what is sent, and with nothing else', () => {
    const form = withFiles(file('a.pdf'));
    const told = changeForm(form, { type: 'refused', refusals: new Map([[0, 'damaged']]) });
    expect(told.key).toBe(form.key);
    expect(told.files[0]?.refusal).toBe('damaged');
    expect(changeForm(form, { type: 'note', note: 'Bonjour' }).key).not.toBe(form.key);
    expect(changeForm(form, { type: 'cleared' }).key).not.toBe(form.key);
  });
});
