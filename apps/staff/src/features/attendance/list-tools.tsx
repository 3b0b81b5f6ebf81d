import { formatClock } from '@preau/domain/explain/format-fr';
import { type Instant, localTimeOf } from '@preau/domain/time/instant';
import { Button, IconButton } from '@preau/ui/actions/button';
import { Printer, RotateCw } from 'lucide-react';
import { formatMoment } from '../../shared/format.ts';
import { useOrganisation } from '../../shared/organisation.ts';
import classes from './list-tools.module.css';

type ListToolsProps = {
  /** When the list came, in ms by the device's clock. */
  readonly updatedAt: number;
  readonly refreshing: boolean;
  readonly onRefresh: () => void;
};

/** How fresh the list is, on the screen and on paper; refreshing and printing it. */
export function ListTools({ updatedAt, refreshing, onRefresh }: ListToolsProps) {
  const { data: organisation } = useOrganisation();
  if (!organisation) return null;
  const at = updatedAt as Instant;
  return (
    <div className={classes.tools}>
      <p className={classes.onPaper}>
        {organisation.name} · liste établie le {formatMoment(at, organisation.timeZone)}
      </p>
      <p className={classes.fresh}>
        Liste de {formatClock(localTimeOf(at, organisation.timeZone))}
      </p>
      <IconButton label="Actualiser la liste" bordered aria-busy={refreshing} onClick={onRefresh}>
        <RotateCw size={20} aria-hidden="true" />
      </IconButton>
      <div className={classes.print}>
        <Button
          variant="secondary"
          icon={<Printer size={20} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          Imprimer
        </Button>
      </div>
    </div>
  );
}
