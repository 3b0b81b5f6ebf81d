import { type Cents, cents } from '@preau/domain/money/cents';
import { type Day, isDay, type Weekday } from '@preau/domain/time/day';
import { isClockTime } from '@preau/domain/time/instant';
import { z } from 'zod';

/** The smallest things a règlement is written with; what is wrong with one is said in French. */

export const codeSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'un code s’écrit en minuscules, chiffres et traits d’union',
});

export const textSchema = z.string().trim().min(1, { error: 'ce texte est vide' });

export const daySchema = z.custom<Day>((value) => typeof value === 'string' && isDay(value), {
  error: 'un jour s’écrit AAAA-MM-JJ',
});

export const clockTimeSchema = z.string().refine(isClockTime, {
  error: 'une heure s’écrit HH:MM, de 00:00 à 24:00',
});

export const monthDaySchema = z.string().refine((value) => isDay(`2000-${value}`), {
  error: 'un jour de l’année s’écrit MM-JJ',
});

/** Whole cents. */
export const centsSchema = z
  .int({ error: 'un montant s’écrit en centimes, sans virgule' })
  .min(0, { error: 'un montant n’est pas négatif' })
  .transform((amount): Cents => cents(amount));

export const weekdaySchema = z
  .int()
  .min(1)
  .max(7)
  .transform((number) => number as Weekday);

export const countSchema = z
  .int({ error: 'un nombre entier est attendu' })
  .min(1, { error: 'un nombre d’au moins 1 est attendu' });

/** Says that the organisation's own document does not state it. */
export const invented = { invented: z.literal(true).optional() };

/** A list, kept as it was read. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}
