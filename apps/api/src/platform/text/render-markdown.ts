import MarkdownIt from 'markdown-it';

const allowedLink = /^(https?:\/\/|mailto:)/i;
const deepestNesting = 20;
const lastHeading = 6;

// No HTML of the author's own, no picture (each is a request to somebody else's server), no code
// (four spaces before a line are not meant as such), and no address but those one can follow. What
// is not allowed stays on the page as it was typed.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.set({ maxNesting: deepestNesting });
markdown.disable(['image', 'html_block', 'html_inline', 'code', 'fence']);
markdown.validateLink = (address) => allowedLink.test(address.trim());
markdown.renderer.rules['link_open'] = (tokens, at, options, _env, self) => {
  tokens[at]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, at, options);
};

/**
 * HTML of a text somebody of the organisation wrote in Markdown, safe to place in a page.
 * @param text Markdown; its HTML tags are shown, never obeyed.
 * @param firstHeading level of `#`, below the title of the page it stands in.
 */
export function renderMarkdown(text: string, firstHeading: 2 | 3): string {
  const tokens = markdown.parse(text, {});
  for (const token of tokens) {
    // Columns align themselves: the pages' Content-Security-Policy obeys no inline style.
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null;
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    const level = Number(token.tag.slice(1)) + firstHeading - 1;
    token.tag = `h${Math.min(level, lastHeading)}`;
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

/**
 * The first words of a text without its marks, cut at a word: what a card shows of it. Headings and
 * tables, which read badly in a line, are left out as long as something else is there.
 */
export function summaryOf(text: string, mostCharacters: number): string {
  const blocks = markdown.parse(text, {});
  const inText = blocks.filter((_, at) => blocks[at - 1]?.type === 'paragraph_open');
  const words = wordsIn(inText) || wordsIn(blocks);
  if (words.length <= mostCharacters) return words;
  const cut = words.slice(0, mostCharacters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut}…`;
}

type Block = { readonly children: readonly { type: string; content: string }[] | null };

function wordsIn(blocks: readonly Block[]): string {
  return blocks
    .map(({ children }) => (children ?? []).map(wordsOf).join(''))
    .filter((words) => words.trim() !== '')
    .join(' · ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function wordsOf({ type, content }: { type: string; content: string }): string {
  if (type === 'softbreak' || type === 'hardbreak') return ' ';
  return type === 'text' || type === 'code_inline' ? content : '';
}
