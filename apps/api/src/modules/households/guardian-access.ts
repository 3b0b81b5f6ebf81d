/**
 * What the office reads of a guardian's access. `expired`: the link of the invitation works no
 * more. `bounced`: the mail server of the address refused it.
 */
export const accessStates = [
  'none',
  'invited',
  'expired',
  'bounced',
  'active',
  'disabled',
] as const;

export type Access = (typeof accessStates)[number];

/**
 * SQL: joins to a guardian `g` the account `a`, its last invitation `link` and, while it waits, the
 * last e-mail `sent` about it. Those in use look nothing more up.
 */
export const accessJoins = `left join account a
       on a.organisation_id = g.organisation_id and a.id = g.account_id
     left join lateral (
       select l.created_at, l.expires_at from account_link l
       where l.organisation_id = a.organisation_id and l.account_id = a.id
         and l.purpose = 'invitation' and a.status = 'invited'
       order by l.created_at desc limit 1) link on true
     left join lateral (
       select m.state from mail_message m
       where m.organisation_id = a.organisation_id and m.recipient = a.email
         and m.created_at >= link.created_at and m.template = 'invitation'
       order by m.created_at desc, m.id desc limit 1) sent on true`;

/** SQL: the access of a guardian at an instant, a parameter in milliseconds since the epoch. */
export const accessAt = (now: string) => `case
       when a.id is null then 'none'
       when a.status <> 'invited' then a.status
       when sent.state = 'bounced' then 'bounced'
       when link.expires_at > to_timestamp(${now}::float8 / 1000) then 'invited'
       else 'expired' end`;

/**
 * SQL: another guardian of the household has the address of `g`, and had it first. An access is a
 * person's: of two guardians with one address only one is invited.
 */
export const sharesAddress = `exists (select from guardian o
       where o.organisation_id = g.organisation_id and o.household_id = g.household_id and o.id <> g.id
         and lower(o.email) = lower(g.email) and (o.account_id is not null or o.id < g.id))`;
