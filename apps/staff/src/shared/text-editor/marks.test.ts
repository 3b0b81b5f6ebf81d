import { expect, test } from 'vitest';
import { type Mark, marked } from './marks.ts';

/** `⟨` and `⟩` in the text say what is selected. */
function after(mark: Mark, text: string): string {
  const [start, end] = [text.indexOf('⟨'), text.indexOf('⟩') - 1];
  const result = marked({ text: text.replaceAll(/[⟨⟩]/g, ''), start, end }, mark);
  const { text: next, start: from, end: until } = result;
  return `${next.slice(0, from)}⟨${next.slice(from, until)}⟩${next.slice(until)}`;
}

test.each<[string, Mark, string, string]>([
  ['words become bold', 'bold', 'La ⟨cantine⟩ ferme', 'La **⟨cantine⟩** ferme'],
  ['nothing selected gives words to replace', 'bold', 'a ⟨⟩', 'a **⟨texte important⟩**'],
  ['a line becomes a heading', 'heading', 'un\nde⟨⟩ux', 'un\n# deux⟨⟩'],
  ['lines become a list', 'list', 'x\n⟨a\nb⟩\ny', 'x\n- a\n- b⟨⟩\ny'],
  ['a list becomes lines again', 'list', '⟨- a\n- b⟩', 'a\nb⟨⟩'],
  ['a list half made is completed', 'list', '⟨- a\nb⟩', '- a\n- b⟨⟩'],
  ['an address is asked for', 'link', 'le ⟨règlement⟩.', 'le [règlement](⟨https://⟩).'],
])('%s', (_what, mark, before, expected) => {
  expect(after(mark, before)).toBe(expected);
});
