import { PageTitle as Title } from '@preau/ui/shell/page-title';
import { useLocation } from 'react-router';
import { useOrganisation } from './organisation.ts';

type PageTitleProps = {
  readonly children: string;
  /** Kept for those who listen, where the screen already says it. */
  readonly hidden?: boolean;
};

/** The page's `h1` and the title of its tab. It takes the focus when one arrives by a link. */
export function PageTitle({ children, hidden = false }: PageTitleProps) {
  const { data: organisation } = useOrganisation();
  const { key } = useLocation();
  return (
    <Title
      site={organisation?.name ?? 'Portail famille'}
      arrivedByLink={key !== 'default'}
      hidden={hidden}
    >
      {children}
    </Title>
  );
}
