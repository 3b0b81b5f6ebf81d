import { fromIso } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Tag } from '@preau/ui/feedback/tag';
import { FileCheck, FileWarning } from 'lucide-react';
import { formatMoment } from '../../shared/format.ts';
import { useOrganisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import classes from './household-page.module.css';
import { type Household, useTickFile } from './households.queries.ts';

/** Is the file complete, since when and by whom; the tick that opens the invitations. */
export function FileTick({ household }: { readonly household: Household }) {
  const { data: organisation } = useOrganisation();
  const tick = useTickFile(household.id);
  const { file } = household;
  const send = (state: 'complete' | 'incomplete') =>
    tick.mutate({ path: { id: household.id }, body: { file: state } });
  return (
    <div className={classes.tick}>
      {file === null ? (
        <Tag tone="warning" icon={<FileWarning size={16} />}>
          Dossier incomplet
        </Tag>
      ) : (
        <Tag tone="brand" icon={<FileCheck size={16} />}>
          Dossier complet
        </Tag>
      )}
      {file !== null && organisation ? (
        <span className={classes.small}>
          {formatMoment(fromIso(file.completedAt), organisation.timeZone)}
          {file.completedBy === null ? '' : `, par ${file.completedBy}`}
        </span>
      ) : null}
      <Button
        variant={file === null ? 'primary' : 'quiet'}
        busy={tick.isPending}
        onClick={() => send(file === null ? 'complete' : 'incomplete')}
      >
        {file === null ? 'Marquer complet' : 'Marquer incomplet'}
      </Button>
      <output>
        {tick.error ? <span className={classes.failed}>{problemMessage(tick.error)}</span> : null}
      </output>
    </div>
  );
}
