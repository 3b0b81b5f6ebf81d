/** A text and what is selected in it, as offsets; equal where the caret stands. */
export type Selected = { readonly text: string; readonly start: number; readonly end: number };

export type Mark = 'bold' | 'heading' | 'list' | 'link';

const linkStart = 'https://';

/** The text once a mark of Markdown is put on what is selected, and what is to be selected then. */
export function marked(selected: Selected, mark: Mark): Selected {
  switch (mark) {
    case 'bold':
      return wrapped(selected, '**', '**', 'texte important');
    case 'link':
      return linked(selected);
    case 'heading':
      return prefixed(selected, '# ');
    case 'list':
      return prefixed(selected, '- ');
  }
}

function wrapped({ text, start, end }: Selected, before: string, after: string, usual: string) {
  const inside = text.slice(start, end) || usual;
  const from = start + before.length;
  return {
    text: `${text.slice(0, start)}${before}${inside}${after}${text.slice(end)}`,
    start: from,
    end: from + inside.length,
  };
}

/** The words stay; the address, still to be written, is what is selected. */
function linked(selected: Selected): Selected {
  const { text, end } = wrapped(selected, '[', `](${linkStart})`, 'texte du lien');
  const start = end + ']('.length;
  return { text, start, end: start + linkStart.length };
}

/** Every line selected gets the mark once; when all have it already, it is taken away. */
function prefixed({ text, start, end }: Selected, prefix: string): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const until = next === -1 ? text.length : next;
  const lines = text.slice(from, until).split('\n');
  const isMarked = lines.every((line) => line.startsWith(prefix));
  const changed = lines
    .map((line) => {
      if (isMarked) return line.slice(prefix.length);
      return line.startsWith(prefix) ? line : `${prefix}${line}`;
    })
    .join('\n');
  return {
    text: `${text.slice(0, from)}${changed}${text.slice(until)}`,
    start: from + changed.length,
    end: from + changed.length,
  };
}
