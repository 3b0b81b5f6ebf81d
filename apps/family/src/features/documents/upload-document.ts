import type { SendDocumentResponse } from '@preau/api-client/family';

/** A document as it is sent. */
export type DocumentForm = {
  readonly kind: string;
  readonly childId: string | null;
  readonly note: string;
  readonly files: readonly File[];
  /** The same for every attempt to send the same thing: it is taken in once. */
  readonly key: string;
};

const address = '/api/family/documents';

/**
 * Sends the form. `fetch` tells nothing of what has left: this is why it is not the generated client.
 * @throws the problem the API answered, a TypeError when nothing answers, an AbortError.
 */
export function uploadDocument(
  form: DocumentForm,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (part: number) => void },
): Promise<SendDocumentResponse> {
  return new Promise((resolve, reject) => {
    // Given up before it began: a promise that throws is refused with what it threw.
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('idempotency-key', form.key);
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      const answer: unknown = request.response;
      if (request.status === 201) resolve(answer as SendDocumentResponse);
      // What answers is the API, or something in between that knows no problem documents.
      else reject(answer ?? { status: request.status });
    });
    request.addEventListener('error', () => reject(new TypeError('Nothing answers')));
    request.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(bodyOf(form));
  });
}

function bodyOf({ kind, childId, note, files }: DocumentForm): FormData {
  const body = new FormData();
  body.set('kind', kind);
  if (childId !== null) body.set('childId', childId);
  if (note.trim() !== '') body.set('note', note);
  for (const file of files) body.append('files', file);
  return body;
}
