import type { Instant } from '@preau/domain/time/instant';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { serverNow } from '../../shared/clock.ts';
import { type Planning, refreshBookings } from './bookings.queries.ts';
import { nextLimit, nextTurn } from './week.ts';

const minuteMs = 60_000;
/** A countdown is only told when it presses. */
const toldWithinMs = 60 * minuteMs;
/** The server must have passed the instant too when it is asked again. */
const marginMs = 500;
const longestTimerMs = 2 ** 31 - 1;

/**
 * Waits for the next limit, term or opening on screen, then asks the server again: the client never
 * decides one.
 * @param receivedAt the device's time when `planning` came, in ms.
 * @param childId whose cells are on screen; `null` = everybody's.
 * @returns minutes left when under an hour, and the limit; `null` otherwise.
 */
export function useNextLimit(
  planning: Planning | undefined,
  receivedAt: number,
  childId: string | null,
): { readonly minutes: number; readonly limitAt: Instant } | null {
  const client = useQueryClient();
  const [, tick] = useState(0);
  const now = planning ? serverNow(planning.now, receivedAt) : null;
  const limitAt = planning && now !== null ? nextLimit(planning, childId, now) : null;
  const turnAt = planning && now !== null ? nextTurn(planning, childId, now) : null;
  const left = limitAt !== null && now !== null ? limitAt - now : null;

  useEffect(() => {
    if (!planning || turnAt === null) return;
    const wait = turnAt - serverNow(planning.now, receivedAt) + marginMs;
    const passed = setTimeout(() => void refreshBookings(client), Math.min(wait, longestTimerMs));
    const everyMinute = setInterval(() => tick((count) => count + 1), minuteMs);
    return () => {
      clearTimeout(passed);
      clearInterval(everyMinute);
    };
  }, [planning, receivedAt, turnAt, client]);

  if (limitAt === null || left === null || left > toldWithinMs) return null;
  return { minutes: Math.ceil(left / minuteMs), limitAt };
}
