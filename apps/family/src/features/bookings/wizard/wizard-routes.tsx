import { Navigate, Route, Routes } from 'react-router';
import { useOrganisation, usePaths } from '../../../shared/organisation.ts';
import { CheckStep } from './check-step.tsx';
import { ChildStep } from './child-step.tsx';
import { PeriodStep } from './period-step.tsx';
import { PlanningStep } from './planning-step.tsx';
import { ReceiptStep } from './receipt-step.tsx';

/** « Nouvelle réservation », step by step, where the organisation books so; the planning elsewhere. */
export function WizardRoutes() {
  const paths = usePaths();
  const { data: organisation } = useOrganisation();
  if (!organisation) return null;
  if (organisation.bookingFlow !== 'wizard') return <Navigate to={paths.planning()} replace />;
  return (
    <Routes>
      <Route path="enfant" element={<ChildStep organisation={organisation} />} />
      <Route path="periode" element={<PeriodStep organisation={organisation} />} />
      <Route path="planning" element={<PlanningStep organisation={organisation} />} />
      <Route path="verification" element={<CheckStep organisation={organisation} />} />
      <Route path="termine/:id" element={<ReceiptStep organisation={organisation} />} />
      <Route path="*" element={<Navigate to={paths.bookingStep('enfant')} replace />} />
    </Routes>
  );
}
