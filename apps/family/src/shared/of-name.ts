/** A vowel, an h, or a y that is one: « d’Yves », « de Yanis ». */
const elided = /^([aeiouhœæ]|y[^aeiou])/i;

/** `de Léa`, `d’Adam`, `d’Inès`, `d’Hugo`: « de » before a first name. */
export function ofName(firstName: string): string {
  // Without its accents: « É » is an « e ».
  return elided.test(firstName.normalize('NFD')) ? `d’${firstName}` : `de ${firstName}`;
}
