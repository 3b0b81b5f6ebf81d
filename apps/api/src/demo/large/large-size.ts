/** How much the large demonstration holds. */
export type LargeSize = {
  readonly households: number;
  /** Bookings to reach over the school year; as many more as the last habit makes. */
  readonly bookings: number;
};

/** A town of a hundred thousand people, and a school year of its children. */
export const largeSize: LargeSize = { households: 10_000, bookings: 3_000_000 };
