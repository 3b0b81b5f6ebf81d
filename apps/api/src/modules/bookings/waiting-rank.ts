/**
 * SQL of the rank of a waiting booking: the people who joined the list of that session before, and
 * one. It is counted whenever it is asked, so that it moves up as others leave.
 *
 * @param booking alias of the booking in the statement; `$1` is the organisation
 */
export function rankOf(booking: string): string {
  return `(select count(*) + 1 from booking before
    where before.organisation_id = $1 and before.session_id = ${booking}.session_id
      and before.state = 'waitlisted'
      and (before.waiting_since, before.id) < (${booking}.waiting_since, ${booking}.id))::int`;
}
