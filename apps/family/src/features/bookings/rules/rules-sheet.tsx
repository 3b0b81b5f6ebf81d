import { Button, buttonClass } from '@preau/ui/actions/button';
import { EmptyState, ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { problemCodeOf } from '@preau/api-client/failure';
import { Sheet } from '@preau/ui/overlays/sheet';
import { FileText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { usePaths } from '../../../shared/organisation.ts';
import { problemMessage } from '../../../shared/problem-messages.ts';
import {
  activityAnchor,
  type ReglementVersion,
  type RuleSection,
  type RuleTopic,
  useReglement,
} from '../../../shared/reglement.ts';
import { RuleBlocks } from '../../../shared/rule-blocks.tsx';
import classes from './rules.module.css';

export type RulesStart = {
  /** Code of the activity. */
  readonly activity: string;
  /** Its name, as it is read on the planning. */
  readonly title: string;
  /** Where it opens; `null`: at what is asked most. */
  readonly topic: RuleTopic | null;
};

type RulesSheetProps = { readonly start: RulesStart; readonly onClose: () => void };

/** The rules of one activity, beside the planning. */
export function RulesSheet({ start, onClose }: RulesSheetProps) {
  const paths = usePaths();
  const { data, error, refetch, isFetching } = useReglement();
  return (
    <Sheet
      title={`Règles : ${start.title}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Fermer
          </Button>
          <Link
            className={buttonClass('quiet')}
            to={`${paths.reglement}#${activityAnchor(start.activity)}`}
          >
            Lire tout le règlement
          </Link>
        </>
      }
    >
      {data?.current ? (
        <Rules version={data.current} start={start} />
      ) : data || problemCodeOf(error) === 'not-found' ? (
        <EmptyState icon={<FileText size={28} />} title="Le règlement n’est pas encore publié">
          Pour connaître les règles, adressez-vous au service.
        </EmptyState>
      ) : error ? (
        <ErrorState
          title="Les règles n’ont pas pu être chargées"
          onRetry={() => void refetch()}
          retrying={isFetching}
        >
          {problemMessage(error)}
        </ErrorState>
      ) : (
        <div className={classes.waiting} aria-busy="true">
          <Skeleton height="3rem" />
          <Skeleton height="3rem" />
          <Skeleton height="3rem" />
        </div>
      )}
    </Sheet>
  );
}

type RulesProps = { readonly version: ReglementVersion; readonly start: RulesStart };

/** What parents come for when they came for nothing in particular. */
const askedMost: ReadonlySet<RuleTopic> = new Set(['booking', 'cancelling', 'prices']);

function Rules({ version, start }: RulesProps) {
  const { activity, topic } = start;
  const own = version.sections.filter((section) => section.activity === activity);
  const general = version.sections.filter((section) => section.activity === null);
  // What is asked most comes first; the rest keeps the order of the règlement.
  const all = [...own, ...general].toSorted(
    (one, other) => Number(askedMost.has(other.topic)) - Number(askedMost.has(one.topic)),
  );
  // The part that is said of the activity itself, else the one that is said of all of them.
  const concerned = topic === null ? undefined : all.find((section) => section.topic === topic);
  return (
    <div className={classes.rules}>
      {all.map((section) => (
        <Part
          key={`${section.activity ?? ''}-${section.topic}`}
          section={section}
          reached={section === concerned}
          open={concerned ? section === concerned : askedMost.has(section.topic)}
        />
      ))}
    </div>
  );
}

type PartProps = {
  readonly section: RuleSection;
  readonly open: boolean;
  /** What was asked for: it takes the focus, hence comes into view. */
  readonly reached: boolean;
};

function Part({ section, open, reached }: PartProps) {
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (reached) summary.current?.focus();
  }, [reached]);
  return (
    <details className={classes.part} open={open}>
      <summary ref={summary} className={classes.summary}>
        <h3>{section.title}</h3>
      </summary>
      <RuleBlocks blocks={section.blocks} />
    </details>
  );
}
