/** A sentence starts with a capital: « Mardi 1er décembre ». */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}
