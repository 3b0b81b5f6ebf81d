import type { CompiledReglement, UnitDay } from '@preau/domain/reglement/compile';
import type { Channel } from '@preau/domain/reglement/document';
import { normalUntilFor, windowsForMode } from '@preau/domain/reglement/stage-windows';
import { type Instant, instantAt, localDayOf, localTimeOf } from '@preau/domain/time/instant';
import { CaseError } from './case-error.ts';
import type { CaseMoment } from './moments.schema.ts';

const minute = 60_000;

/** The clock of a case, which only goes forward. */
export class CaseClock {
  readonly #timeZone: string;
  #last = Number.NEGATIVE_INFINITY;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /**
   * @param shift milliseconds, to ask the minute before
   * @throws CaseError when the case goes back in time
   */
  at(moment: CaseMoment, shift = 0): Instant {
    const now = (instantAt(moment.on, moment.at, this.#timeZone) + shift) as Instant;
    // Two questions may be asked around the same minute.
    if (now < this.#last - minute) {
      throw new CaseError(`le ${moment.on} à ${moment.at} est avant l’étape précédente`);
    }
    this.#last = Math.max(this.#last, now);
    return now;
  }

  before(moment: CaseMoment): Instant {
    return this.at(moment, -minute);
  }

  /** As clocks show it: `24:00` is the `00:00` of the next day. */
  shown(instant: Instant | null | undefined): string | null {
    if (instant === null || instant === undefined) return null;
    return `${localDayOf(instant, this.#timeZone)} ${localTimeOf(instant, this.#timeZone)}`;
  }

  shownMoment({ on, at }: CaseMoment): string | null {
    return this.shown(instantAt(on, at, this.#timeZone));
  }
}

/**
 * When what bears no moment happens: the last minute in time, before the limit of the stage of that
 * channel and that mode or the end of the booking window, or the session itself where there is
 * neither.
 *
 * @param day of the session, in the stay it belongs to
 * @param mode `null` = the usual one
 */
export function usualMoment(
  action: 'book' | 'wait' | 'cancel',
  day: UnitDay,
  { document, calendar }: CompiledReglement,
  channel: Channel = 'online',
  mode: string | null = null,
): Instant {
  const asked = action === 'cancel' ? 'cancel' : 'book';
  const usualMode = document.profile?.modes?.[0]?.code ?? null;
  const windows = windowsForMode(day[asked], asked, mode ?? usualMode);
  const limit = normalUntilFor(windows, channel) ?? day.startsAt;
  const { on } = day;
  const { opening } = day.activity;
  const window =
    action === 'cancel' || opening.kind !== 'windows'
      ? undefined
      : opening.windows.find(({ sessions }) => sessions.from <= on && on <= sessions.until);
  const closes = window?.closes ?? null;
  const end = closes === null ? limit : instantAt(closes.on, closes.at, calendar.timeZone);
  return (Math.min(limit, end) - minute) as Instant;
}
