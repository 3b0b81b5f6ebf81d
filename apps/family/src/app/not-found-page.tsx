import { buttonClass } from '@preau/ui/actions/button';
import { EmptyState } from '@preau/ui/feedback/states';
import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { usePaths } from '../shared/organisation.ts';
import { PageTitle } from '../shared/page-title.tsx';

/** An address that leads nowhere inside an organisation. */
export function NotFoundPage() {
  const paths = usePaths();
  return (
    <>
      <PageTitle>Page introuvable</PageTitle>
      <EmptyState
        icon={<Compass size={28} />}
        title="Cette adresse ne mène à aucune page"
        action={
          <Link className={buttonClass('primary')} to={paths.root}>
            Revenir à l’accueil
          </Link>
        }
      />
    </>
  );
}
