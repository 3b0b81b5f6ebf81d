import { samplePdf } from '../../modules/documents/documents.factory.ts';
import { filePart, formOf, type Part, type SentForm } from './form.ts';

const megabyte = 1024 * 1024;

/** The kind of a document about the whole household. */
export const kindPart: Part = { name: 'kind', value: 'dossier-annuel' };
const many = (count: number, part: (at: number) => Part) =>
  Array.from({ length: count }, (_, at) => part(at));

export type Answered = {
  readonly status: number;
  readonly code?: string;
  readonly pointer?: string;
};

/** Forms that are refused whatever their files, and by what. */
export const refusedForms: readonly (readonly [
  what: string,
  form: () => SentForm,
  answer: Answered,
])[] = [
  [
    'eleven files',
    () => formOf([kindPart, ...many(11, (at) => filePart(`${at}.pdf`, samplePdf()))]),
    { status: 422, code: 'too-many-files' },
  ],
  [
    'a hundred files',
    () => formOf([kindPart, ...many(100, (at) => filePart(`${at}.pdf`, samplePdf()))]),
    { status: 422, code: 'too-many-files' },
  ],
  [
    'more than 30 MB together',
    () => formOf([kindPart, ...many(4, () => filePart('a.pdf', Buffer.alloc(8 * megabyte)))]),
    { status: 413, code: 'upload-too-large' },
  ],
  ['no file', () => formOf([kindPart]), { status: 422, code: 'invalid', pointer: '/body/files' }],
  [
    'a flood of fields',
    () => formOf([...many(1_000, (at) => ({ name: `f${at}`, value: 'x' })), good]),
    { status: 422, code: 'invalid' },
  ],
  [
    'a field of 1 MB',
    () => formOf([kindPart, { name: 'note', value: 'x'.repeat(megabyte) }, good]),
    { status: 422, code: 'invalid', pointer: '/body/note' },
  ],
  [
    'a field twice',
    () => formOf([kindPart, kindPart, good]),
    { status: 422, code: 'invalid', pointer: '/body/kind' },
  ],
  ...['state', 'householdId', 'sentBy', 'organisationId', 'role'].map(
    (name) =>
      [
        `the field ${name}`,
        () => formOf([kindPart, { name, value: 'accepted' }, good]),
        { status: 422, code: 'invalid', pointer: `/body/${name}` },
      ] as const,
  ),
  [
    'a file where a text goes',
    () => formOf([{ ...filePart('k.txt', 'dossier-annuel'), name: 'kind' }, good]),
    { status: 422, code: 'invalid', pointer: '/body/kind' },
  ],
  [
    'a text where a file goes',
    () => formOf([kindPart, { name: 'files', value: 'a.pdf' }, good]),
    { status: 422, code: 'invalid', pointer: '/body/files' },
  ],
  [
    'a field of an object',
    () => formOf([{ ...kindPart, value: '{"a":1}', mediaType: 'application/json' }, good]),
    { status: 422, code: 'invalid', pointer: '/body/kind' },
  ],
  [
    'a field named __proto__',
    () => formOf([kindPart, { name: '__proto__', value: 'x' }, good]),
    { status: 400, code: 'unreadable' },
  ],
  [
    'a zero byte in a text',
    () => formOf([kindPart, { name: 'note', value: 'a\0b' }, good]),
    { status: 422, code: 'invalid', pointer: '/body/note' },
  ],
  [
    'a name over two lines',
    () => formOf([kindPart, filePart('a\r\nX-Evil: 1\r\n\r\n.pdf', samplePdf())]),
    { status: 422, code: 'files-refused', pointer: '/body/files/0' },
  ],
  [
    'no boundary',
    () => ({ ...formOf([kindPart, good]), headers: { 'content-type': 'multipart/form-data' } }),
    { status: 400, code: 'unreadable' },
  ],
  [
    'another boundary',
    () => ({
      ...formOf([kindPart, good]),
      headers: { 'content-type': 'multipart/form-data; boundary=ailleurs' },
    }),
    { status: 400, code: 'unreadable' },
  ],
  [
    'a form without its end',
    () => {
      const form = formOf([kindPart, good]);
      return { ...form, body: form.body.subarray(0, -40) };
    },
    { status: 400, code: 'unreadable' },
  ],
  [
    'JSON',
    () => ({ headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') }),
    { status: 415, code: 'unsupported-media-type' },
  ],
];

/** A file there is nothing to say against. */
export const good = filePart('certificat.pdf', samplePdf());
