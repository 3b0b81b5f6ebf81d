import { LiveRegion } from '@preau/ui/feedback/live-region';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState } from '@preau/ui/feedback/states';
import { CircleHelp, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ContactCard } from '../../shared/contact-card.tsx';
import { type Organisation, useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { CartBar } from './cart-bar.tsx';
import { CartColumn } from './cart-column.tsx';
import { CellSheet } from './cell-sheet.tsx';
import { ChildChips } from './child-chips.tsx';
import { FormulaSheet } from './formula-sheet.tsx';
import classes from './planning.module.css';
import { type Child, useChild } from './use-child.ts';
import { useOnline } from './use-online.ts';
import { useTaps } from './use-taps.ts';
import { useWeek } from './use-week.ts';
import { WeekBody } from './week-body.tsx';
import { WeekHeader } from './week-header.tsx';

/** One child, one week, all services: the page a parent opens most. */
export function PlanningPage() {
  const { data: organisation } = useOrganisation();
  const { children, child, showChild } = useChild();
  if (!organisation) return null;
  if (!child) return <NoChildren organisation={organisation} />;
  const chips = <ChildChips childList={children} shown={child.id} onShow={showChild} />;
  return <PlanningOf organisation={organisation} child={child} chips={chips} />;
}

type PlanningOfProps = {
  readonly organisation: Organisation;
  readonly child: Child;
  readonly chips: ReactNode;
};

function PlanningOf({ organisation, child, chips }: PlanningOfProps) {
  const paths = usePaths();
  const week = useWeek(organisation.timeZone);
  const online = useOnline();
  const taps = useTaps(child.firstName);
  const { sheet, close } = taps;

  return (
    <div className={classes.page}>
      <PageTitle hidden>{`Planning de ${child.firstName}`}</PageTitle>
      <LiveRegion message={taps.message} />
      <div className={classes.week}>
        {chips}
        <WeekHeader week={week} />
        {online ? null : (
          <Notice tone="warning" announced>
            Vous êtes hors ligne. Vos choix sont gardés et partiront au retour du réseau.
          </Notice>
        )}
        <WeekBody week={week} child={child} organisation={organisation} taps={taps} />
        <p>
          <Link to={paths.legend} className={classes.help}>
            <CircleHelp size={20} aria-hidden="true" />
            Comprendre les couleurs et les signes
          </Link>
        </p>
      </div>
      <CartColumn />
      <CartBar />
      {sheet?.kind === 'cell' ? (
        <CellSheet cell={sheet.cell} child={child} organisation={organisation} onClose={close} />
      ) : null}
      {sheet?.kind === 'formula' ? (
        <FormulaSheet
          section={sheet.section}
          options={sheet.options}
          child={child}
          organisation={organisation}
          onChoose={taps.choose}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

function NoChildren({ organisation }: { readonly organisation: Organisation }) {
  return (
    <>
      <PageTitle>Planning</PageTitle>
      <EmptyState icon={<Users size={28} />} title="Aucun enfant n’est rattaché à votre compte">
        <p>Le service doit d’abord valider votre dossier. Contactez-le pour savoir où il en est.</p>
        <div className={classes.emptyContact}>
          <ContactCard organisation={organisation} />
        </div>
      </EmptyState>
    </>
  );
}
