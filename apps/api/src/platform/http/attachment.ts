import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** What is handed out as a file. */
export type Attachment = {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};

/** Response schema of a route that answers with a file. */
export const attachmentResponse = {
  description: 'The file, as an attachment',
  content: {
    'application/octet-stream': { schema: z.unknown().meta({ type: 'string', format: 'binary' }) },
  },
} as const;

/**
 * Answers with a file somebody else sent: to be saved, never to be shown as a page of ours. Opened
 * all the same, it runs nothing, loads nothing and is of no origin.
 */
export function attach(
  reply: Pick<FastifyReply, 'headers'>,
  { name, mediaType, sizeBytes }: Attachment,
  bytes: AsyncIterable<Buffer>,
): Readable {
  reply.headers({
    'content-type': mediaType,
    'content-length': sizeBytes,
    'content-disposition': contentDisposition(name),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  return Readable.from(bytes, { objectMode: false });
}

/** RFC 6266: the name in ASCII for old browsers, then as it is (RFC 8187). */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|["\\%]/gu, '_');
  const exact = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
