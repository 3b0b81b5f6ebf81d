import { Route, Routes } from 'react-router';
import { AskEnrolmentPage } from './ask-enrolment-page.tsx';
import { EnrolmentsPage } from './enrolments-page.tsx';

/** The two pages of « Mes inscriptions », fetched together: one leads to the other. */
export function EnrolmentsRoutes() {
  return (
    <Routes>
      <Route index element={<EnrolmentsPage />} />
      <Route path="demander" element={<AskEnrolmentPage />} />
    </Routes>
  );
}
