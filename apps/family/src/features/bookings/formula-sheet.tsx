import { formatClock, formatDayLong } from '@preau/domain/explain/format-fr';
import { type Cents, formatEuros } from '@preau/domain/money/cents';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { RadioCard } from '@preau/ui/forms/radio-card';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useState } from 'react';
import { deviceNow } from '../../shared/clock.ts';
import { ContactCard } from '../../shared/contact-card.tsx';
import { explainContext, type Organisation } from '../../shared/organisation.ts';
import { capitalised } from '@preau/ui/text/capitalised';
import { awaitedSentences } from './awaited.ts';
import type { Cell } from './cell.ts';
import { changesTo, choicesOf, type FormulaChoice } from './formula.ts';
import classes from './planning.module.css';
import { topicOf } from './rules/rule-topic.ts';
import type { RulesStart } from './rules/rules-sheet.tsx';
import { SeeRule } from './rules/see-rule.tsx';
import { sentencesOf } from './sentences.ts';
import { isAboutPrice } from './wire-reasons.ts';
import type { Taps } from './use-taps.ts';
import type { FormulaSection } from './week.ts';

type FormulaSheetProps = {
  readonly section: FormulaSection;
  readonly options: readonly Cell[];
  readonly firstName: string;
  readonly organisation: Organisation;
  readonly onChoose: Taps['choose'];
  /** Opens the règlement at the part that the formulas come from. */
  readonly onRule: Taps['rules'];
  readonly onClose: () => void;
};

/** One formula for one day, chosen among those that exclude one another. */
export function FormulaSheet(props: FormulaSheetProps) {
  const { section, options, firstName, organisation, onChoose, onRule, onClose } = props;
  const choices = choicesOf(options);
  const [chosenId, setChosenId] = useState(choices.find(({ chosen }) => chosen)?.id);
  const [first] = options;
  if (!first) return null;

  const date = formatDayLong(first.on);
  const blocked = choices.flatMap(({ blockedBy }) => blockedBy?.reasons ?? []);
  const sentences = sentencesOf(
    blocked.filter((reason) => !isAboutPrice(reason)),
    explainContext(organisation),
  );
  const allBlocked = choices.every(({ chosen, blockedBy }) => chosen || blockedBy !== undefined);
  const confirm = () => {
    const choice = choices.find(({ id }) => id === chosenId);
    if (!choice) return;
    const words = `${section.title}, ${firstName}, ${date} : ${titleOf(choice)}`;
    onChoose(changesTo(options, choice), words);
  };

  return (
    <Sheet
      title={capitalised(date)}
      onClose={onClose}
      actions={
        allBlocked ? (
          <Button variant="secondary" onClick={onClose}>
            Fermer
          </Button>
        ) : (
          <>
            <Button variant="secondary" onClick={onClose}>
              Retour
            </Button>
            <Button onClick={confirm}>Choisir</Button>
          </>
        )
      }
    >
      <p className={classes.sheetLead}>
        {section.title} · {firstName}
      </p>
      <Awaited options={options} timeZone={organisation.timeZone} />
      <fieldset className={classes.choices}>
        <legend className={classes.choicesLegend}>Formule</legend>
        {choices.map((choice) => (
          <RadioCard
            key={choice.id}
            name="formule"
            value={choice.id}
            checked={choice.id === chosenId}
            disabled={choice.blockedBy !== undefined}
            title={titleOf(choice)}
            detail={detailOf(choice)}
            aside={choice.cells.length > 0 ? formatEuros(priceOf(choice)) : undefined}
            onChoose={() => setChosenId(choice.id)}
          />
        ))}
      </fieldset>
      <FormulaNotices
        waits={choices.some(({ id, waits }) => id === chosenId && waits)}
        sentences={sentences}
        organisation={organisation}
      />
      <SeeRule onSee={() => onRule(ruleOf(section, choices))} />
    </Sheet>
  );
}

/** What blocks a formula comes first; where all can be chosen, what they cost. */
function ruleOf(
  { activity, title }: FormulaSection,
  choices: readonly FormulaChoice[],
): RulesStart {
  const blockedBy = choices.find((choice) => choice.blockedBy !== undefined)?.blockedBy;
  return { activity, title, topic: blockedBy ? topicOf(blockedBy) : 'prices' };
}

type AwaitedProps = { readonly options: readonly Cell[]; readonly timeZone: string };

/** What a formula of the day waits for: an answer, a payment. */
function Awaited({ options, timeZone }: AwaitedProps) {
  const sentences = options.flatMap((cell) => awaitedSentences(cell, timeZone, deviceNow()));
  if (sentences.length === 0) return null;
  return (
    <Notice>
      {[...new Set(sentences)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

function titleOf({ cells }: FormulaChoice): string {
  return cells.map((cell) => cell.unitLabel).join(' et ') || 'Aucune';
}

function priceOf({ cells }: FormulaChoice): Cents {
  return cells.reduce((total, cell) => total + cell.unitCents, 0) as Cents;
}

function detailOf({ cells, waits }: FormulaChoice): string | undefined {
  const hours = cells.map(
    ({ startsAt, endsAt }) => `${formatClock(startsAt)} – ${formatClock(endsAt)}`,
  );
  const told = waits ? [...hours, 'complet, liste d’attente'] : hours;
  return told.join(', ') || undefined;
}

type FormulaNoticesProps = {
  readonly waits: boolean;
  /** Why some formulas cannot be chosen. */
  readonly sentences: readonly string[];
  readonly organisation: Organisation;
};

function FormulaNotices({ waits, sentences, organisation }: FormulaNoticesProps) {
  return (
    <>
      {waits ? (
        <Notice>
          Cette formule est complète : vous serez mis en liste d’attente. Rien n’est facturé tant
          qu’une place ne vous est pas proposée et que vous ne l’avez pas acceptée.
        </Notice>
      ) : null}
      {sentences.length > 0 ? (
        <>
          <Notice tone="warning">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
          <ContactCard organisation={organisation} />
        </>
      ) : null}
    </>
  );
}
