import { sqlState } from '../../platform/db/transaction.ts';
import { invalidField } from '../../platform/http/invalid-field.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import type { FileRefusal } from '../../platform/uploads/inspect-file.ts';
import type { DocumentState } from './documents.schemas.ts';

/** Why a document is not taken in, its files being good. */
export type SendRefusal =
  | { readonly code: 'requests-off' }
  | { readonly code: 'kind-unknown' }
  | { readonly code: 'child-missing' }
  | { readonly code: 'too-many-waiting'; readonly most: number }
  | { readonly code: 'quota-exceeded'; readonly usedBytes: number; readonly quotaBytes: number };

/** Why a document is not decided, or not withdrawn. */
export type DecisionRefusal =
  | { readonly code: 'document-unknown' }
  /** The last day it would be good for is over already. */
  | { readonly code: 'expired' }
  | { readonly code: 'already-decided'; readonly state: Exclude<DocumentState, 'sent'> };

export function sendProblem(refusal: SendRefusal): Problem {
  switch (refusal.code) {
    case 'requests-off':
      return new Problem(409, 'requests-off', 'The organisation takes no documents online');
    case 'kind-unknown':
      return invalidField('/body/kind', 'unknown');
    case 'child-missing':
      return invalidField('/body/childId', 'required');
    case 'too-many-waiting':
      return new Problem(409, 'too-many-waiting', 'Too many documents wait for an answer', {
        params: { most: refusal.most },
      });
    case 'quota-exceeded':
      return new Problem(409, 'quota-exceeded', 'The household has no room left for these files', {
        params: { usedBytes: refusal.usedBytes, quotaBytes: refusal.quotaBytes },
      });
  }
}

export function decisionProblem(refusal: DecisionRefusal): Problem {
  switch (refusal.code) {
    case 'document-unknown':
      return notFound();
    case 'expired':
      return invalidField('/body/expiresOn', 'past');
    case 'already-decided':
      return new Problem(409, 'already-decided', 'This document is no longer waiting', {
        params: { state: refusal.state },
      });
  }
}

const sentences: Record<FileRefusal, string> = {
  empty: 'There is nothing in it',
  'too-large': 'It is too large',
  'unsupported-type': 'Its type is not accepted',
  heic: 'It is a HEIC photo',
  'content-mismatch': 'Its content is not what its name says',
  damaged: 'It cannot be read to its end',
  'not-only-pdf': 'Another file is hidden in it',
  'too-many-pixels': 'It has too many pixels',
  'too-complex': 'It takes too long to read',
  infected: 'The antivirus refuses it',
};

/** 422 `files-refused` with a pointer to each file that is, and its code. */
export function filesProblem(
  refusals: readonly { readonly index: number; readonly refusal: FileRefusal }[],
): Problem {
  return new Problem(422, 'files-refused', 'Some files are not accepted', {
    errors: refusals.map(({ index, refusal }) => ({
      pointer: `/body/files/${index}`,
      code: refusal,
      message: sentences[refusal],
    })),
  });
}

const foreignKeyViolated = '23503';

/** A child that is not there, or not theirs, answers 404; the rest is rethrown. */
export function childProblem(error: unknown): unknown {
  return sqlState(error) === foreignKeyViolated ? notFound() : error;
}
