import { failureOf, problemCodeOf } from '@preau/api-client/failure';
import { formatFileSize } from '@preau/ui/text/file-size';
import { problemMessage } from '../../shared/problem-messages.ts';

type Params = Readonly<Record<string, string | number | null>>;

const size = (params: Params, name: string) => formatFileSize(Number(params[name] ?? 0));

/** What the API answers about documents alone: told here, so that no other page carries it. */
const sentences = {
  'files-refused': () =>
    'Certains fichiers ne sont pas acceptés : la raison est indiquée sous chacun. Rien n’a encore été envoyé.',
  'too-many-files': (params: Params) =>
    `Un envoi compte au plus ${params['files'] ?? 10} fichiers. Faites-en deux.`,
  'upload-too-large': (params: Params) =>
    `Ensemble, ces fichiers dépassent ${size(params, 'totalBytes')}. Envoyez-les en plusieurs fois.`,
  'quota-exceeded': (params: Params) =>
    `Vos documents occupent déjà ${size(params, 'usedBytes')} sur ${size(params, 'quotaBytes')}. Retirez-en un, ou contactez-nous.`,
  'too-many-waiting': (params: Params) =>
    `${params['most'] ?? 30} de vos documents attendent déjà une réponse. Attendez-la avant d’en envoyer d’autres.`,
  'requests-off': () => 'L’envoi de documents en ligne n’est plus proposé. Contactez-nous.',
  'scan-unavailable': () =>
    'Les fichiers ne peuvent pas être vérifiés en ce moment. Réessayez dans quelques minutes : votre envoi est prêt.',
  'already-decided': () => 'Ce document a déjà reçu une réponse.',
  'key-reused': () => 'Cet envoi a changé entre-temps. Vérifiez-le, puis envoyez-le à nouveau.',
} as const satisfies Record<string, (params: Params) => string>;

type DocumentProblem = keyof typeof sentences;
export const documentProblems = Object.keys(sentences) as readonly DocumentProblem[];

/** The sentence of whatever a call about documents threw. */
export function documentMessage(error: unknown): string {
  const known = documentProblems.find((code) => code === problemCodeOf(error));
  const failure = failureOf(error);
  return known && failure.kind === 'problem'
    ? sentences[known](failure.problem.params ?? {})
    : problemMessage(error);
}

/** Codes of refused files by their place in what was sent. */
export function fileRefusals(error: unknown): ReadonlyMap<number, string> {
  const refusals = new Map<number, string>();
  if (problemCodeOf(error) !== 'files-refused' || !hasErrors(error)) return refusals;
  for (const { pointer, code } of error.errors) {
    const place = /^\/body\/files\/(\d+)$/.exec(pointer)?.[1];
    if (place !== undefined) refusals.set(Number(place), code);
  }
  return refusals;
}

function hasErrors(
  error: unknown,
): error is { readonly errors: readonly { pointer: string; code: string }[] } {
  return (
    typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)
  );
}
