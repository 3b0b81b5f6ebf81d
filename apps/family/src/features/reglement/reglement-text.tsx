import { useMemo } from 'react';
import {
  activityAnchor,
  type ReglementVersion,
  ruleAnchor,
  type RuleSection,
} from '../../shared/reglement.ts';
import { RuleBlocks } from '../../shared/rule-blocks.tsx';
import classes from './reglement.module.css';

type Part = {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly RuleSection[];
};

/** The whole text, with what it holds told first. */
export function ReglementText({ version }: { readonly version: ReglementVersion }) {
  const parts = useMemo(() => partsOf(version), [version]);
  return (
    <>
      <nav className={classes.contents} aria-labelledby="sommaire">
        <h2 id="sommaire">Sommaire</h2>
        <ul>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a className={classes.link} href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ id, title, sections }) => (
        <section key={id} className={classes.part} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {sections.map((section) => (
            <div key={section.topic} className={classes.rule}>
              <h3 id={ruleAnchor(section)}>{section.title}</h3>
              <RuleBlocks blocks={section.blocks} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

/** What is said of each activity, then what concerns all of them. */
function partsOf({ activities, sections }: ReglementVersion): readonly Part[] {
  const ofActivities = activities.map(({ code, label }) => ({
    id: activityAnchor(code),
    title: label,
    sections: sections.filter(({ activity }) => activity === code),
  }));
  const general = {
    id: 'pour-tous',
    title: 'Pour tous les accueils',
    sections: sections.filter(({ activity }) => activity === null),
  };
  return [...ofActivities, general].filter((part) => part.sections.length > 0);
}
