import { buttonClass } from '@preau/ui/actions/button';
import { EmptyState } from '@preau/ui/feedback/states';
import { DoorClosed } from 'lucide-react';
import { Link, Outlet } from 'react-router';
import { type Organisation, useOrganisation, usePaths } from '../shared/organisation.ts';
import { PageTitle } from '../shared/page-title.tsx';

type FeatureGateProps = { readonly feature: keyof Organisation['features'] };

/** Pages of a part of the portal that the organisation may do without. */
export function FeatureGate({ feature }: FeatureGateProps) {
  const paths = usePaths();
  const { data: organisation } = useOrganisation();
  if (!organisation) return null;
  if (organisation.features[feature]) return <Outlet />;
  return (
    <>
      <PageTitle>Page indisponible</PageTitle>
      <EmptyState
        icon={<DoorClosed size={28} />}
        title={`Cette page n’est pas proposée par ${organisation.name}`}
        action={
          <Link className={buttonClass('primary')} to={paths.root}>
            Revenir à l’accueil
          </Link>
        }
      />
    </>
  );
}
