/** What of a household it can be found by. */
export type Searchable = {
  readonly name: string;
  readonly guardians: readonly {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phone: string | null;
  }[];
  readonly children: readonly { readonly firstName: string; readonly lastName: string }[];
};

/** A search asks for so many words at most; what follows is not looked at. */
const mostTerms = 6;
/** Longer than any name: a pasted text makes no monstrous index entry. */
const longestToken = 100;
/** The shortest end of a telephone number that is found by itself: « … 56 78 ». */
const shortestEnd = 4;

/**
 * The words a household is found by, each once: names without accents or capitals, whole addresses
 * of e-mail and their words, telephone numbers and their ends of an even number of digits.
 */
export function searchTokensOf({ name, guardians, children }: Searchable): string[] {
  const people = [...guardians, ...children];
  const names = [name, ...people.flatMap(({ firstName, lastName }) => [firstName, lastName])];
  const tokens = [
    ...names.flatMap(wordsOf),
    ...guardians.flatMap(({ email }) => emailTokens(email)),
    ...guardians.flatMap(({ phone }) => (phone === null ? [] : phoneTokens(phone))),
  ];
  return [...new Set(tokens.map((token) => token.slice(0, longestToken)))];
}

/**
 * What was typed, as beginnings of tokens: « durand 06 12 » asks for a word beginning with
 * `durand` and a number beginning with `0612`. Empty when nothing can be searched for.
 */
export function searchTermsOf(typed: string): string[] {
  const terms: string[] = [];
  let digits = '';
  const closeNumber = () => {
    if (digits !== '') terms.push(nationalNumber(digits));
    digits = '';
  };
  for (const part of typed.split(/\s+/)) {
    // A number is often typed in groups: those that follow one another are one.
    if (/^\+?[\d./()-]*\d[\d./()-]*$/.test(part)) digits += part.replaceAll(/[^+\d]/g, '');
    else {
      closeNumber();
      terms.push(...(part.includes('@') ? [folded(part)] : wordsIn(part)));
    }
  }
  closeNumber();
  return [...new Set(terms.map((term) => term.slice(0, longestToken)))].slice(0, mostTerms);
}

/** Without capitals, accents or ligatures: « Œuvrard » and « oeuvrard » are one. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

function wordsIn(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** « D’Angelo » is looked for as `angelo` and as `dangelo`. */
function wordsOf(name: string): string[] {
  return name.split(/\s+/).flatMap((part) => {
    const words = wordsIn(part);
    return words.length > 1 ? [...words, words.join('')] : words;
  });
}

function emailTokens(email: string): string[] {
  const [local = ''] = email.split('@');
  return [folded(email), ...wordsIn(local)];
}

function phoneTokens(phone: string): string[] {
  const digits = nationalNumber(phone.replaceAll(/[^+\d]/g, ''));
  const tokens = digits === '' ? [] : [digits];
  for (let kept = digits.length - 2; kept >= shortestEnd; kept -= 2) {
    tokens.push(digits.slice(-kept));
  }
  return tokens;
}

/** `+33 6 12…` and `06 12…` are the same telephone. */
function nationalNumber(digits: string): string {
  return digits.replace(/^(?:\+|00)33/, '0').replaceAll('+', '');
}
