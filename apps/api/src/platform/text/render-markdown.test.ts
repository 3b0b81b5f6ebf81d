import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { renderMarkdown, summaryOf } from './render-markdown.ts';

/** Tags and attributes of a piece of HTML; what is escaped is text. */
function marksOf(html: string): string[] {
  return [...html.matchAll(/<[^>]*>/g)].map(([mark]) => mark);
}

const harmless =
  /^<\/?(p|h[2-6]|ul|ol|li|strong|em|s|br|hr|blockquote|code|table|thead|tbody|tr|th|td)( start="\d+")?>$|^<\/a>$|^<a href="(https?:\/\/|mailto:)[^"<>]*"( title="[^"<>]*")? rel="noopener noreferrer">$/;

const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a <b onclick="alert(1)">b</b>',
  '<svg/onload=alert(1)>',
  '<iframe src="https://ailleurs.example"></iframe>',
  '<a href="https://ailleurs.example" onmouseover="alert(1)">ici</a>',
  '<!-- --><style>body{display:none}</style>',
  '<details open ontoggle=alert(1)>',
  '[ici](javascript:alert(1))',
  '[ici](JaVaScRiPt:alert(1))',
  '[ici]( javascript:alert(1))',
  '[ici](java\nscript:alert(1))',
  '[ici](&#106;avascript:alert(1))',
  '[ici](&#x6A;avascript:alert(1))',
  '[ici](\u0001javascript:alert(1))',
  '[ici](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[ici](vbscript:msgbox(1))',
  '[ici](file:///etc/passwd)',
  '[ici](//ailleurs.example)',
  '[ici](/api/family/sign-out)',
  '[ici](blob:https://ailleurs.example/1)',
  '<javascript:alert(1)>',
  '<data:text/html,1>',
  '![photo](https://ailleurs.example/pixel.png)',
  '![photo](javascript:alert(1))',
  '[![photo](https://ailleurs.example/pixel.png)](https://ailleurs.example)',
  '[ici](https://ailleurs.example "titre\\" onclick=\\"alert(1)")',
  '[ici](https://ailleurs.example \'x" onclick="alert(1)\')',
  '[ici](https://ailleurs.example/"onclick="alert(1))',
  '[ici][1]\n\n[1]: javascript:alert(1)',
  '```"><script>alert(1)</script>\ncode\n```',
  '`<script>alert(1)</script>`',
  '| <script>a</script> | [x](javascript:alert(1)) |\n|---|---|\n| <img src=x> | y |',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '\u0000<script>alert(1)</script>',
  '| a |\n|:-:|\n| b |',
];

describe('a text written in Markdown', () => {
  test.each(hostile)('%j becomes marks without effect', (text) => {
    for (const mark of marksOf(renderMarkdown(text, 3))) expect(mark).toMatch(harmless);
    expect(renderMarkdown(text, 3)).not.toMatch(/<(script|img|svg|iframe|style|details)/i);
  });

  test('the same look finds what a renderer without these rules lets through', () => {
    const careless = new MarkdownIt({ html: true });
    careless.validateLink = () => true;
    const caught = hostile.filter((text) =>
      marksOf(careless.render(text)).some((mark) => !harmless.test(mark)),
    );
    expect(caught.length).toBeGreaterThan(hostile.length / 2);
  });

  test('keeps emphasis, lists, tables and addresses one can follow', () => {
    const html = renderMarkdown(
      'Fermé **mardi**.\n\n- un\n- deux\n\n[Le règlement](https://val-de-lure.example/r.pdf), <mailto:a@val-de-lure.example>\n\n| QF | Prix |\n|---|---|\n| 800 | 3,42 € |',
      3,
    );
    expect(html).toContain('<strong>mardi</strong>');
    expect(html).toContain('<li>deux</li>');
    expect(html).toContain(
      '<a href="https://val-de-lure.example/r.pdf" rel="noopener noreferrer">Le règlement</a>',
    );
    expect(html).toContain('href="mailto:a@val-de-lure.example"');
    expect(html).toContain('<td>3,42 €</td>');
  });

  test.each([
    [2, '# Un\n\n## Deux', '<h2>Un</h2>\n<h3>Deux</h3>\n'],
    [3, '# Un\n\n###### Six', '<h3>Un</h3>\n<h6>Six</h6>\n'],
  ] as const)('its headings begin at level %i', (first, text, expected) => {
    expect(renderMarkdown(text, first)).toBe(expected);
  });

  test.each(['[', '![', '>', '> ', '- ', '*', '_a', '`', '[](', '(', '<', '&', '|', '# '])(
    'sixty thousand characters of %j are answered',
    (piece) => {
      const text = piece.repeat(60_000 / piece.length);
      for (const mark of marksOf(renderMarkdown(text, 2))) expect(mark).toMatch(harmless);
    },
  );
});

describe('the first words of a text', () => {
  test('are without its marks and cut at a word', () => {
    const text = '# Fermeture\n\nLe **mercredi 25**, [voir](https://a.example) la cantine ferme.';
    expect(summaryOf(text, 200)).toBe('Le mercredi 25, voir la cantine ferme.');
    expect(summaryOf(text, 30)).toBe('Le mercredi 25, voir la…');
    expect(summaryOf('x'.repeat(50), 10)).toBe('xxxxxxxxxx…');
    expect(summaryOf('', 10)).toBe('');
    expect(summaryOf('# Fermeture', 10)).toBe('Fermeture');
    expect(summaryOf('Prix\n\n- un\n- deux\n\n|a|b|\n|-|-|\n|1|2|', 50)).toBe('Prix · un · deux');
  });
});
