/** Bookings gathered by household: what an event tells, so that nobody receives one e-mail a day. */
export function byHousehold(
  bookings: readonly { readonly booking_id: string; readonly household_id: string }[],
): { householdId: string; bookingIds: string[] }[] {
  const households = new Map<string, string[]>();
  for (const { booking_id, household_id } of bookings) {
    const known = households.get(household_id);
    if (known) known.push(booking_id);
    else households.set(household_id, [booking_id]);
  }
  return [...households].map(([householdId, bookingIds]) => ({ householdId, bookingIds }));
}
