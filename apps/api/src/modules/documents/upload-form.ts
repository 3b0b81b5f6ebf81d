import type { FastifyReply, FastifyRequest } from 'fastify';
import { busy } from '../../platform/http/problem.ts';
import { type FormLimits, readForm } from '../../platform/uploads/read-form.ts';
import { createTurnstile } from '../../platform/uploads/turnstile.ts';

/** Files of one document. */
export const mostFiles = 10;
const minute = 60_000;

/** Forms being read lie in memory: three files of the largest size each, at most. */
export function formLimits(fileBytes: number): FormLimits {
  return { fileBytes, files: mostFiles, totalBytes: 3 * fileBytes, arrivalMs: 5 * minute };
}

/**
 * Reads the form of a document into the body of its request, where its schema finds it.
 * @returns a hook for `preValidation`, to come after one that has checked the session.
 */
export function readUpload(fileBytes: number) {
  const turnstile = createTurnstile({ inAll: 8, ofOne: 2 });
  const limits = formLimits(fileBytes);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    // Who has hung up meanwhile closes nothing any more.
    if (reply.raw.destroyed) throw busy();
    const leave = turnstile.enter(request.claims?.accountId ?? '');
    if (!leave) throw busy();
    // Answered or hung up on: the form is no longer in memory.
    reply.raw.once('close', leave);
    const { texts, files } = await readForm(request, limits);
    request.body = { ...texts, files };
  };
}
