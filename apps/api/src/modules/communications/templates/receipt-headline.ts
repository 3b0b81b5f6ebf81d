/** What became of a line of a confirmation, in the order in which a receipt tells them. */
export const results = [
  'booked',
  'toPay',
  'requested',
  'waitlisted',
  'cancelled',
  'cancellationRequested',
  'notDone',
] as const;

type ReceiptResult = (typeof results)[number];

/** Who validated: a parent online, or the staff for them. */
export type ReceiptChannel = 'online' | 'staff';

/** What a receipt is about: its subject, and its first sentences around an instant. */
type Headline = {
  readonly subject: string;
  /** Followed by `le lundi 16 novembre à 9 h.` */
  readonly opening: string;
  /** What is still awaited, and of whom. */
  readonly next?: string;
};

const booked: Headline = {
  subject: 'Vos réservations',
  opening: 'Vos réservations ont été enregistrées',
};

const changed: Headline = {
  subject: 'Vos réservations',
  opening: 'Vos réservations ont été mises à jour',
};

const toPay: Headline = {
  subject: 'À payer pour confirmer vos réservations',
  opening: 'Vos réservations ont été enregistrées',
  next: 'Ce qui est à payer ne sera confirmé qu’une fois payé.',
};

const asked: Headline = {
  subject: 'Votre demande est envoyée',
  opening: 'Votre demande a été envoyée au service',
  next: 'Rien n’est réservé avant sa réponse.',
};

const askedToCancel: Headline = {
  subject: 'Votre demande d’annulation est envoyée',
  opening: 'Votre demande d’annulation a été envoyée au service',
  next: 'Jusqu’à sa réponse, vos réservations sont maintenues.',
};

const askedBoth: Headline = {
  subject: 'Vos demandes sont envoyées',
  opening: 'Vos demandes de réservation et d’annulation ont été envoyées au service',
  next: 'Rien ne change avant sa réponse.',
};

const mixed: Headline = {
  subject: 'Vos réservations et vos demandes',
  opening: 'Vos réservations et vos demandes ont été enregistrées',
  next: 'Le service doit encore répondre à vos demandes.',
};

const nothing: Headline = {
  subject: 'Vos réservations n’ont pas changé',
  opening: 'Rien n’a pu être pris en compte de ce que vous avez validé',
};

/**
 * The headline of a receipt, by what was done: what is to be paid first, then whether it is booked,
 * only asked for, or both. What the service did for a family is never told as its own request.
 */
export function headlineOf(done: readonly ReceiptResult[], channel: ReceiptChannel): Headline {
  const met = new Set(done);
  const online = met.has('toPay') ? toPay : onlineHeadline(met);
  if (channel === 'online') return online;
  const subject = met.has('toPay') ? toPay.subject : booked.subject;
  return { ...online, subject, opening: 'Le service a modifié vos réservations' };
}

function onlineHeadline(met: ReadonlySet<ReceiptResult>): Headline {
  const settled = met.has('booked') || met.has('cancelled') || met.has('waitlisted');
  const [adds, removes] = [met.has('requested'), met.has('cancellationRequested')];
  if (settled && (adds || removes)) return mixed;
  if (settled) return met.has('booked') ? booked : changed;
  if (adds && removes) return askedBoth;
  if (adds) return asked;
  return removes ? askedToCancel : nothing;
}
