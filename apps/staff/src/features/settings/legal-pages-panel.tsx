import { formatDayWithYear } from '@preau/domain/explain/format-fr';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Panel } from '@preau/ui/shell/panel';
import { Link } from 'react-router';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useLegalPages } from './legal-pages.queries.ts';
import { type LegalPage, legalPageCodes, legalPages } from './legal-pages.ts';
import classes from './settings.module.css';

/** The pages the law asks for, each written apart: a version once published stays readable. */
export function LegalPagesPanel() {
  const paths = usePaths();
  const { data, error, refetch, isFetching } = useLegalPages();
  return (
    <Panel title="Pages légales">
      {data ? (
        <ul className={classes.pages}>
          {legalPageCodes.map((code) => (
            <li key={code} className={classes.pageLine}>
              <Link to={paths.legalPage(legalPages[code].address)}>{legalPages[code].title}</Link>
              <VersionWords page={data.items.find((page) => page.code === code)} />
            </li>
          ))}
        </ul>
      ) : error ? (
        <Notice
          tone="error"
          announced
          actions={
            <Button variant="secondary" busy={isFetching} onClick={() => void refetch()}>
              Réessayer
            </Button>
          }
        >
          {problemMessage(error)}
        </Notice>
      ) : (
        <div aria-busy="true">
          <VisuallyHidden>Chargement…</VisuallyHidden>
          <Skeleton height="6rem" />
        </div>
      )}
    </Panel>
  );
}

/** Which version is in force, since when. */
export function VersionWords({ page }: { readonly page: LegalPage | undefined }) {
  const { data: organisation } = useOrganisation();
  if (!page || !organisation) {
    return <span className={classes.soft}>{page ? '' : 'Pas encore publiée'}</span>;
  }
  const on = localDayOf(fromIso(page.publishedAt), organisation.timeZone);
  return (
    <span className={classes.soft}>
      Version {page.version}, publiée le {formatDayWithYear(on)}
    </span>
  );
}
