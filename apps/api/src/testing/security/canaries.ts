/** A word that is nobody else's: where it turns up, this person's datum was shown. */
export function canary(owner: string, field: string): string {
  return `canari-${owner}-${field}`;
}

/** An address of a person, its canary in it. */
export function canaryEmail(owner: string): string {
  return `${canary(owner, 'email')}@example.org`;
}

/** Numbers nothing else in the tests has: the quotient of each household. */
export const quotientCanaries: Readonly<Record<string, number>> = {
  alpha: 61_381,
  bravo: 61_487,
  charlie: 61_559,
  delta: 61_637,
};

/**
 * Every canary in a text, sorted, each once: the words in any case, also those inside the payload of
 * a signed token, and the numbers.
 */
export function canariesIn(text: string): string[] {
  const readable = `${text}\n${decodedTokens(text)}`;
  const words = readable.toLowerCase().match(/canari-[a-z]+(?:-[a-z0-9]+)?-[a-z]+/g) ?? [];
  const numbers = Object.entries(quotientCanaries)
    .filter(([, quotient]) => new RegExp(`(?<!\\d)${quotient}(?!\\d)`).test(readable))
    .map(([owner]) => canary(owner, 'quotient'));
  return [...new Set([...words, ...numbers])].toSorted();
}

function decodedTokens(text: string): string {
  const payloads = text.matchAll(/\beyJ[\w-]+\.([\w-]+)\.[\w-]+/g);
  return [...payloads]
    .map(([, payload = '']) => Buffer.from(payload, 'base64url').toString('utf8'))
    .join('\n');
}
