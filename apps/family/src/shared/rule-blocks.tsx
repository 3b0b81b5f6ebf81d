import type { RuleBlock } from './reglement.ts';
import classes from './rule-blocks.module.css';

type RuleBlocksProps = { readonly blocks: readonly RuleBlock[] };

/** What a section of the règlement says. */
export function RuleBlocks({ blocks }: RuleBlocksProps) {
  return (
    <div className={classes.blocks}>
      {blocks.map((block, index) => (
        // The text of a version never changes: its place is its identity.
        <Block key={`${block.kind}-${String(index)}`} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: RuleBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul className={classes.list}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <Table {...block} />;
  }
}

type TableProps = Extract<RuleBlock, { kind: 'table' }>;

function Table({ caption, columns, rows }: TableProps) {
  return (
    <figure
      className={classes.scroll}
      aria-label={caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: by Tab, then by arrows
      tabIndex={0}
    >
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
