/**
 * Everything that the guide of Val-de-Lure tells its parents (« Création de votre espace famille »,
 * « Que contient l'espace famille ? », « Inscriptions », « Annulations »), by number, in its order.
 */
export const guideOfValDeLure = {
  'S1-01': 'an activation link is sent by e-mail, and can be sent again',
  'S1-02': '« Mentions légales »',
  'S1-03': '« Conditions générales d’utilisation »',
  'S1-04': '« Vous êtes une mairie et vous souhaitez en savoir plus ? Contactez-nous »',
  'S1-05': 'one signs in with the e-mail address and the password one chose',
  'S1-06': 'the home page tells the news: closures, prices, rules',
  'S1-07': 'the tab « Mes réservations »',
  'S1-08': 'the tab « Mes factures », not reachable for the moment',
  'S1-09': 'the tab « Mes demandes »: documents are sent to the service',
  'S1-10': 'the service or the site is selected',
  'S1-11': 'lunch, study and leisure centre are paid afterwards',
  'S1-12': 'the child is selected',
  'S1-13': '« Réserver en vue période »',
  'S1-14': '« Précédent », « Aujourd’hui », « Suivant »',
  'S1-15': 'weeks of five days, Monday to Friday, for each service',
  'S1-16': 'the legend',
  'S1-17': '« Votre panier est vide »',
  'S1-18': 'tab, then service, then child',
  'S1-19': 'one click on a day, then the cart is validated',
  'S1-20': 'every Tuesday evening, from a day until another',
  'S1-21': 'unticking a day and validating cancels it',
  'S1-22': '48 working hours for wraparound care',
  'S1-23': '5 working days for Wednesdays and holidays',
  'S1-24': 'past the limit: not online, contact the centre',
  'S1-25': 'added late, wraparound care costs 4 € in the morning and 10 € in the evening',
  'S1-26': 'cancelled late, wraparound care is billed',
  'S1-27': 'added late, a Wednesday costs 3 € more',
  'S1-28': 'cancelled late, a Wednesday is billed',
  'S1-29': 'the team answers questions',
} as const;

/** What a document tells the parents of its town, by number, in its order. */
export type Instructions = Readonly<Record<string, string>>;

/** Widths of the two devices, in px, on which each instruction is lived. */
export const livedWidths = [390, 1366] as const;

/** `S1-01 at 390 px`, … : each instruction of a document on each device, in order. */
export function owed(instructions: Instructions): readonly string[] {
  return Object.keys(instructions).flatMap((id) => livedWidths.map((px) => livedAt(id, px)));
}

/** How an instruction lived on a device is written in the report. */
export function livedAt(id: string, px: number): string {
  return `${id} at ${px} px`;
}
