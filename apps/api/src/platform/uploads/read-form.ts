import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { invalidField } from '../http/invalid-field.ts';
import { pointerTo, Problem } from '../http/problem.ts';

/** What a form with files may hold. */
export type FormLimits = {
  /** Largest file, in bytes. What is beyond is not kept in memory; the file is told to be too large. */
  readonly fileBytes: number;
  readonly files: number;
  /** The whole request, in bytes. */
  readonly totalBytes: number;
  /** How long it may take to arrive, in milliseconds. */
  readonly arrivalMs: number;
};

/** A form as it was sent: texts by name, and the files of the one part that takes some. */
export type SentForm = {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly File[];
};

const longestTextBytes = 8 * 1024;
const mostTexts = 10;
const filesPart = 'files';

/**
 * Reads a `multipart/form-data` request into memory, within limits: nothing touches the disk, and a
 * request that stops half-way leaves nothing.
 * @throws Problem 400 `unreadable`, 413 `upload-too-large`, 422 `too-many-files` or `invalid`.
 */
export async function readForm(request: FastifyRequest, limits: FormLimits): Promise<SentForm> {
  if (Number(request.headers['content-length'] ?? 0) > limits.totalBytes) throw tooLarge(limits);
  const { raw } = request;
  const deadline = setTimeout(() => raw.destroy(), limits.arrivalMs);
  try {
    return await readParts(request, limits);
  } catch (error) {
    // What still arrives is passed over, so that the sender gets to read the answer.
    raw.unpipe().resume();
    throw error instanceof Problem ? error : problemOf(error, limits);
  } finally {
    clearTimeout(deadline);
  }
}

async function readParts(request: FastifyRequest, limits: FormLimits): Promise<SentForm> {
  const form = createGatherer(limits);
  // One file more than allowed is let in, so as to say that there are too many.
  const parts = request.parts({
    limits: {
      fileSize: limits.fileBytes + 1,
      files: limits.files + 1,
      fields: mostTexts,
      fieldSize: longestTextBytes,
      fieldNameSize: 100,
      parts: limits.files + 1 + mostTexts,
      headerPairs: 20,
    },
  });
  for await (const part of parts) {
    if (part.type === 'file') await form.takeFile(part);
    else form.takeText(part);
  }
  return form.gathered();
}

type TextPart = {
  readonly fieldname: string;
  readonly value: unknown;
  readonly valueTruncated: boolean;
};

/** Gathers parts until one is at fault; the rest is only passed over, up to the end. */
function createGatherer(limits: FormLimits) {
  const texts = new Map<string, string>();
  const files: File[] = [];
  let bytesTaken = 0;
  let fault: Problem | undefined;
  return {
    takeFile: async ({ fieldname, filename, file }: MultipartFile) => {
      if (fieldname !== filesPart) fault ??= unknownPart(fieldname);
      else if (files.length === limits.files) fault ??= tooManyFiles(limits);
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      for await (const chunk of file as AsyncIterable<Buffer>) {
        bytesTaken += chunk.length;
        if (bytesTaken > limits.totalBytes) fault ??= tooLarge(limits);
        if (!fault) chunks.push(new Uint8Array(chunk));
      }
      if (!fault) files.push(new File(chunks, filename ?? ''));
    },
    takeText: ({ fieldname, value, valueTruncated }: TextPart) => {
      const pointer = pointerTo('/body', fieldname);
      if (fieldname === filesPart) fault ??= invalidField(pointer, 'not_a_file');
      else if (texts.has(fieldname)) fault ??= invalidField(pointer, 'repeated');
      else if (valueTruncated) fault ??= invalidField(pointer, 'too_big');
      else if (typeof value !== 'string') fault ??= invalidField(pointer, 'invalid_type');
      else texts.set(fieldname, value);
    },
    gathered: (): SentForm => {
      if (fault) throw fault;
      return { texts: Object.fromEntries(texts), files };
    },
  };
}

const unknownPart = (name: string) => invalidField(pointerTo('/body', name), 'unrecognized_keys');

const tooLarge = ({ totalBytes }: FormLimits) =>
  new Problem(413, 'upload-too-large', 'The files are too large together', {
    params: { totalBytes },
  });

const tooManyFiles = ({ files }: FormLimits) =>
  new Problem(422, 'too-many-files', 'Too many files at once', { params: { files } });

/** What the parser says by its codes; anything else is about a form it cannot read. */
function problemOf(error: unknown, limits: FormLimits): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'FST_FILES_LIMIT') return tooManyFiles(limits);
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT') {
    return invalidField('/body', 'too_many_fields');
  }
  return new Problem(400, 'unreadable', 'The request could not be read');
}
