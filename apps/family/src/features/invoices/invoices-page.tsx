import { EmptyState } from '@preau/ui/feedback/states';
import { Euro } from 'lucide-react';
import { useOrganisation } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';

/** Invoices of the household: none is issued yet. */
export function InvoicesPage() {
  const { data: organisation } = useOrganisation();
  return (
    <>
      <PageTitle>{organisation?.labels.invoices ?? 'Mes factures'}</PageTitle>
      <EmptyState icon={<Euro size={28} />} title="Aucune facture pour le moment">
        Vos factures apparaîtront ici dès la première facturation.
      </EmptyState>
    </>
  );
}
