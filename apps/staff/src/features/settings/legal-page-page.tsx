import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { buttonClass } from '@preau/ui/actions/button';
import { EmptyState } from '@preau/ui/feedback/states';
import { ChevronLeft, FileQuestion } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { LegalPageEditor } from './legal-page-editor.tsx';
import { useLegalPages } from './legal-pages.queries.ts';
import { legalPageCodes, legalPages } from './legal-pages.ts';
import classes from './settings.module.css';

/** One legal page, to be written again as a new version. */
export function LegalPagePage() {
  const { page: address = '' } = useParams();
  const code = legalPageCodes.find((one) => legalPages[one].address === address);
  const pages = useLegalPages();
  const paths = usePaths();
  if (!code) return <UnknownPage />;
  return (
    <>
      <Link className={classes.back} to={paths.settings}>
        <ChevronLeft size={20} aria-hidden="true" />
        Réglages
      </Link>
      <PageTitle>{legalPages[code].title}</PageTitle>
      {pages.data ? (
        <LegalPageEditor
          key={code}
          code={code}
          shown={pages.data.items.find((page) => page.code === code)}
          current={pages}
        />
      ) : pages.error ? (
        <LoadFailure
          title="La page n’a pas pu être chargée"
          error={pages.error}
          retry={() => void pages.refetch()}
          retrying={pages.isFetching}
        />
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}

function UnknownPage() {
  const paths = usePaths();
  return (
    <>
      <PageTitle>Page introuvable</PageTitle>
      <EmptyState
        icon={<FileQuestion size={28} />}
        title="Il n’y a pas de page légale à cette adresse"
        action={
          <Link className={buttonClass('primary')} to={paths.settings}>
            Voir les réglages
          </Link>
        }
      />
    </>
  );
}
