import { TextAreaField } from '@preau/ui/forms/text-area-field';
import { Bold, Heading, Link2, List } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type Mark, marked, type Selected } from './marks.ts';
import classes from './text-editor.module.css';

type TextEditorProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly error?: string | undefined;
  readonly maxLength: number;
  readonly rows: number;
  readonly onChange: (text: string) => void;
};

const tools: readonly { mark: Mark; label: string; icon: ReactNode }[] = [
  { mark: 'bold', label: 'Gras', icon: <Bold size={18} aria-hidden="true" /> },
  { mark: 'heading', label: 'Titre', icon: <Heading size={18} aria-hidden="true" /> },
  { mark: 'list', label: 'Liste', icon: <List size={18} aria-hidden="true" /> },
  { mark: 'link', label: 'Lien', icon: <Link2 size={18} aria-hidden="true" /> },
];

/** A text with headings, lists and links: its marks are put by buttons or typed. */
export function TextEditor({ label, onChange, ...field }: TextEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  // What is to be selected once the marked text is in the page.
  const [wanted, setWanted] = useState<Selected | null>(null);

  useLayoutEffect(() => {
    const area = frame.current?.querySelector('textarea');
    if (!area || !wanted) return;
    area.focus();
    area.setSelectionRange(wanted.start, wanted.end);
  }, [wanted]);

  const put = (mark: Mark) => {
    const area = frame.current?.querySelector('textarea');
    if (!area) return;
    const { value: text, selectionStart: start, selectionEnd: end } = area;
    const next = marked({ text, start, end }, mark);
    onChange(next.text);
    setWanted(next);
  };
  return (
    <div ref={frame} className={classes.editor}>
      <TextAreaField
        {...field}
        label={label}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <fieldset className={classes.tools} aria-label="Mise en forme">
        {tools.map(({ mark, label: name, icon }) => (
          <button key={mark} type="button" className={classes.tool} onClick={() => put(mark)}>
            {icon}
            {name}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
