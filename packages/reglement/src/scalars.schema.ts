import { type Cents, cents } from '@preau/domain/money/cents';
import { type Day, day, isDay, type Weekday } from '@preau/domain/time/day';
import { isClockTime } from '@preau/domain/time/instant';
import { z } from 'zod';
import { described } from './schema-sentences.ts';

/** The smallest things a règlement is written with; what is wrong with one is said in French. */

/** Says how it is written, to who wrote it otherwise; what is not written at all is missing. */
export function said(sentence: string) {
  return {
    error: ({ input }: { readonly input?: unknown }) =>
      input === undefined ? undefined : `${sentence} (ici : ${described(input)})`,
  };
}

export const codeSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    said('un code s’écrit en minuscules, chiffres et traits d’union'),
  );

export const textSchema = z.string().trim().min(1, said('ce texte est vide'));

/** What a table is keyed by: codes, or numbers of which the last is written `3+`. */
export const keySchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*\+?$/,
    said(
      'une clé s’écrit en minuscules, chiffres et traits d’union ; la dernière d’un décompte, « 3+ »',
    ),
  );

const dayError = said('un jour s’écrit AAAA-MM-JJ, et existe');

export const daySchema = z
  .string(dayError)
  .regex(/^\d{4}-\d{2}-\d{2}$/, { ...dayError, abort: true })
  .refine(isDay, dayError)
  .transform((written): Day => day(written));

const clockError = said('une heure s’écrit HH:MM, de 00:00 à 24:00');

export const clockTimeSchema = z
  .string(clockError)
  .regex(/^\d{2}:\d{2}$/, { ...clockError, abort: true })
  .refine(isClockTime, clockError);

const monthDayError = said('un jour de l’année s’écrit MM-JJ, et existe');

export const monthDaySchema = z
  .string(monthDayError)
  .regex(/^\d{2}-\d{2}$/, { ...monthDayError, abort: true })
  .refine((value) => isDay(`2000-${value}`), monthDayError);

/** Whole cents. */
export const centsSchema = z
  .int(said('un montant s’écrit en centimes, sans virgule'))
  .min(0, said('un montant n’est pas négatif'))
  .transform((amount): Cents => cents(amount));

/** Whole cents, taken off where negative. */
export const changeSchema = z.int(said('un montant s’écrit en centimes, sans virgule'));

const weekdayError = said('un jour de la semaine s’écrit de 1 (lundi) à 7 (dimanche)');

export const weekdaySchema = z
  .int(weekdayError)
  .min(1, weekdayError)
  .max(7, weekdayError)
  .transform((number) => number as Weekday);

export const countSchema = z
  .int(said('un nombre entier est attendu'))
  .min(1, said('un nombre d’au moins 1 est attendu'));

export const fromZeroSchema = z
  .int(said('un nombre entier est attendu'))
  .min(0, said('un nombre entier, 0 ou plus, est attendu'));

/** A quotient, a percentage, a factor: how many decimals each may have is checked with the document. */
export const measureSchema = z
  .number(said('un nombre est attendu'))
  .min(0, said('un nombre positif est attendu'));

export const anyNumberSchema = z.number(said('un nombre est attendu'));

/** Says that the organisation's own document does not state it. */
export const invented = { invented: z.literal(true).optional() };

/** A list, kept as it was read. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}

/** One pattern of a family, by its name. */
export function pattern<Kind extends string, Shape extends z.core.$ZodLooseShape>(
  kind: Kind,
  shape: Shape,
) {
  return z.strictObject({ kind: z.literal(kind), ...shape, ...invented });
}
