import { refusalBeforeSending } from './file-refusals.ts';
import type { DocumentKind, Limits } from './documents.queries.ts';

/** A file that was chosen, with what is wrong with it: a code, or `null`. */
export type ChosenFile = {
  readonly id: string;
  readonly file: File;
  readonly refusal: string | null;
};

/** What is being written, before it is sent. */
export type FormState = {
  readonly kind: string | null;
  readonly childId: string | null;
  readonly note: string;
  readonly files: readonly ChosenFile[];
  /** Of the attempt: another as soon as anything changes. */
  readonly key: string;
};

export type FormAction =
  | { readonly type: 'kind'; readonly kind: string }
  | { readonly type: 'child'; readonly childId: string }
  | { readonly type: 'note'; readonly note: string }
  | { readonly type: 'add'; readonly files: readonly File[]; readonly limits: Limits }
  | { readonly type: 'drop'; readonly id: string }
  /** The API refused these, by their place. */
  | { readonly type: 'refused'; readonly refusals: ReadonlyMap<number, string> }
  | { readonly type: 'cleared' };

export function emptyForm(): FormState {
  return { kind: null, childId: null, note: '', files: [], key: crypto.randomUUID() };
}

/** The next state of the form; what is sent changes, and so does the key of its attempt. */
export function changeForm(form: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'kind':
      return changed({ ...form, kind: action.kind });
    case 'child':
      return changed({ ...form, childId: action.childId });
    case 'note':
      return changed({ ...form, note: action.note });
    case 'add':
      return changed({ ...form, files: [...form.files, ...chosen(form, action)] });
    case 'drop':
      return changed({ ...form, files: form.files.filter(({ id }) => id !== action.id) });
    case 'refused':
      return {
        ...form,
        files: form.files.map((one, index) => ({
          ...one,
          refusal: action.refusals.get(index) ?? one.refusal,
        })),
      };
    case 'cleared':
      return emptyForm();
  }
}

const changed = (form: FormState): FormState => ({ ...form, key: crypto.randomUUID() });

/** Without those chosen already: the same file twice is a slip. */
function chosen(
  { files }: FormState,
  added: { readonly files: readonly File[]; readonly limits: Limits },
): ChosenFile[] {
  const known = new Set(files.map(({ file }) => identity(file)));
  return added.files
    .filter((file) => !known.has(identity(file)))
    .map((file) => ({
      id: crypto.randomUUID(),
      file,
      refusal: refusalBeforeSending(file, added.limits),
    }));
}

const identity = ({ name, size, lastModified }: File) => `${size} ${lastModified} ${name}`;

/** What is still to be done before it can be sent, in words; `null` when it can. */
export function missing(
  { kind, childId, files }: FormState,
  kinds: readonly DocumentKind[],
  limits: Limits,
): { readonly at: 'kind' | 'child' | 'files'; readonly words: string } | null {
  const about = kinds.find(({ code }) => code === kind)?.about;
  if (!about) return { at: 'kind', words: 'Choisissez le document que vous envoyez.' };
  if (about === 'child' && childId === null) {
    return { at: 'child', words: 'Choisissez l’enfant concerné.' };
  }
  if (files.length === 0) return { at: 'files', words: 'Ajoutez au moins un fichier.' };
  if (files.some(({ refusal }) => refusal !== null)) {
    return { at: 'files', words: 'Retirez d’abord les fichiers qui ne sont pas acceptés.' };
  }
  if (files.length > limits.files) {
    return {
      at: 'files',
      words: `Gardez ${limits.files} fichiers au plus : envoyez les autres ensuite.`,
    };
  }
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  return bytes > limits.totalBytes
    ? {
        at: 'files',
        words: 'Ces fichiers sont trop lourds ensemble : envoyez-les en plusieurs fois.',
      }
    : null;
}
