import { useSearchParams } from 'react-router';
import { type LegalPageCode, legalPages } from '../../shared/legal-pages.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { LegalText } from './legal-text.tsx';
import { useLegalPage } from './legal.queries.ts';

/** One of the pages the law asks for, in force or a former version. */
export function LegalPage({ code }: { readonly code: LegalPageCode }) {
  const [query] = useSearchParams();
  const page = useLegalPage(code, query.get('version') ?? undefined);
  return (
    <>
      <PageTitle>{legalPages[code].title}</PageTitle>
      <LegalText page={page} />
    </>
  );
}
