/** Longest name a file system takes, in bytes of UTF-8. */
const longestBytes = 255;
const unnamed = 'document';

/** What is not seen, turns what follows around or ends a line. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;
/** What some file system or shell reads as something else. */
const forbidden = /[<>:"/\\|?*%$`;&'{}]/g;
/** Names of devices on Windows, whatever their extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$?|conout\$?|clock\$?)$/i;

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** The extension a name ends with, in small letters and without its dot; empty without one. */
export function extensionOf(name: string): string {
  return /\.([^.]*)$/.exec(readable(name))?.[1]?.toLowerCase() ?? '';
}

/**
 * A name that can be shown, saved and sent in a header anywhere: no path, nothing invisible, one
 * extension, which is that of the content. It is a label: nothing is ever stored or found by it.
 * @param extension of the kind the content is of, without its dot.
 */
export function safeFileName(name: string, extension: string): string {
  const whole = readable(name);
  const dot = whole.lastIndexOf('.');
  const base = (dot === -1 ? whole : whole.slice(0, dot))
    .replaceAll('.', '-')
    .replaceAll(forbidden, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s\-~]+/, '')
    .replace(/[\s-]+$/, '');
  const kept = shortened(base, longestBytes - Buffer.byteLength(`.${extension}`)) || unnamed;
  return `${reserved.test(kept) ? `${unnamed}-${kept}` : kept}.${extension}`;
}

/** Without the path it came with and what cannot be seen, its accents composed. */
function readable(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last
    .normalize('NFC')
    .replaceAll(invisible, '')
    .replace(/[\s.]+$/, '');
}

/** As much as fits, never half a letter. */
function shortened(text: string, mostBytes: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (Buffer.byteLength(kept + segment) > mostBytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}
