import { formatDayLong } from '@preau/domain/explain/format-fr';
import { Sheet } from '@preau/ui/overlays/sheet';
import { capitalised } from '@preau/ui/text/capitalised';
import { DayContent, type DayPanelProps } from './day-panel.tsx';
import classes from './day-panel.module.css';
import { useOccupancyDay } from './occupancy.queries.ts';
import { rowTitle } from './rows.ts';

type DaySheetProps = DayPanelProps & { readonly onClose: () => void };

/** What a unit holds on a day, over the list of a phone. */
export function DaySheet({ onClose, ...panel }: DaySheetProps) {
  const { data } = useOccupancyDay(panel.unitId, panel.on);
  const title = capitalised(formatDayLong(panel.on));
  return (
    <Sheet title={data ? `${title} · ${rowTitle(data)}` : title} onClose={onClose}>
      {data ? <p className={classes.soft}>{data.facility.name}</p> : null}
      <DayContent {...panel} />
    </Sheet>
  );
}
