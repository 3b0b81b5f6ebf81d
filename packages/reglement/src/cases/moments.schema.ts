import { type Day, isDay } from '@preau/domain/time/day';
import { isClockTime } from '@preau/domain/time/instant';
import { z } from 'zod';

/** A wall-clock time of the organisation, `2026-10-25 24:00`. */
export const momentSchema = z
  .string()
  .refine(isMoment, { error: 'un moment s’écrit AAAA-MM-JJ HH:MM' })
  .transform((text) => ({ on: text.slice(0, 10) as Day, at: text.slice(11) }));

export type CaseMoment = z.output<typeof momentSchema>;

/** `2026-11`, with its first day and its last. */
export const monthSchema = z
  .string()
  .refine((text) => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`), {
    error: 'un mois s’écrit AAAA-MM',
  });

function isMoment(text: string): boolean {
  return text[10] === ' ' && isDay(text.slice(0, 10)) && isClockTime(text.slice(11));
}
