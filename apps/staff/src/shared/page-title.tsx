import { PageTitle as Title } from '@preau/ui/shell/page-title';
import { useLocation } from 'react-router';
import { portalName, useOrganisation } from './organisation.ts';

type PageTitleProps = {
  readonly children: string;
  /** Kept for those who listen, where the screen already says it. */
  readonly hidden?: boolean;
};

/** The page's `h1` and the title of its tab. */
export function PageTitle({ children, hidden = false }: PageTitleProps) {
  const { data: organisation } = useOrganisation();
  const { key } = useLocation();
  const site = organisation ? `${portalName}, ${organisation.name}` : portalName;
  return (
    <Title site={site} arrivedByLink={key !== 'default'} hidden={hidden}>
      {children}
    </Title>
  );
}
