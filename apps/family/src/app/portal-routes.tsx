import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { legalPageCodes, legalPages } from '../shared/legal-pages.ts';
import { latePage } from './late-page.tsx';

const SignedInLayout = lazy(async () => ({
  default: (await import('./signed-in-layout.tsx')).SignedInLayout,
}));
const FeatureGate = lazy(async () => ({
  default: (await import('./feature-gate.tsx')).FeatureGate,
}));
const HomePage = latePage(async () => (await import('../features/home/home-page.tsx')).HomePage);
const NewsPage = latePage(async () => (await import('../features/news/news-page.tsx')).NewsPage);
const PlanningPage = latePage(
  async () => (await import('../features/bookings/planning-page.tsx')).PlanningPage,
);
const WizardRoutes = latePage(
  async () => (await import('../features/bookings/wizard/wizard-routes.tsx')).WizardRoutes,
);
const LegendPage = latePage(
  async () => (await import('../features/bookings/legend-page.tsx')).LegendPage,
);
const CartPage = latePage(
  async () => (await import('../features/bookings/cart-page.tsx')).CartPage,
);
const ReceiptPage = latePage(
  async () => (await import('../features/bookings/receipt-page.tsx')).ReceiptPage,
);
const RequestsPage = latePage(
  async () => (await import('../features/bookings/requests/requests-page.tsx')).RequestsPage,
);
const InvoicesPage = latePage(
  async () => (await import('../features/invoices/invoices-page.tsx')).InvoicesPage,
);
const DocumentsRoutes = latePage(
  async () => (await import('../features/documents/documents-routes.tsx')).DocumentsRoutes,
);
const EnrolmentsRoutes = latePage(
  async () => (await import('../features/enrolments/enrolments-routes.tsx')).EnrolmentsRoutes,
);
const HistoryPage = latePage(
  async () => (await import('../features/history/history-page.tsx')).HistoryPage,
);
const ContactPage = latePage(
  async () => (await import('../features/contact/contact-page.tsx')).ContactPage,
);
const AccountPage = latePage(
  async () => (await import('../features/accounts/account-page.tsx')).AccountPage,
);
const NotFoundPage = latePage(async () => (await import('./not-found-page.tsx')).NotFoundPage);
const PublicLayout = lazy(async () => ({
  default: (await import('./public-layout.tsx')).PublicLayout,
}));
const ReglementPage = latePage(
  async () => (await import('../features/reglement/reglement-page.tsx')).ReglementPage,
);
const LegalPage = lazy(async () => ({
  default: (await import('../features/legal/legal-page.tsx')).LegalPage,
}));

/** Every address but those of the sign-in; each page is fetched when it is first visited. */
export function PortalRoutes() {
  return (
    <Routes>
      <Route element={<PublicLayout />}>
        {legalPageCodes.map((code) => (
          <Route
            key={code}
            path={legalPages[code].address}
            element={<LegalPage key={code} code={code} />}
          />
        ))}
        <Route path="reglement" element={<ReglementPage />} />
      </Route>
      <Route element={<SignedInLayout />}>
        <Route index element={<HomePage />} />
        <Route path="actualites/:id" element={<NewsPage />} />
        <Route path="planning" element={<PlanningPage />} />
        <Route path="reservation/*" element={<WizardRoutes />} />
        <Route path="legende" element={<LegendPage />} />
        <Route path="panier" element={<CartPage />} />
        <Route path="confirmation/:id" element={<ReceiptPage />} />
        <Route path="reservations/demandes" element={<RequestsPage />} />
        <Route element={<FeatureGate feature="invoices" />}>
          <Route path="factures" element={<InvoicesPage />} />
        </Route>
        <Route element={<FeatureGate feature="enrolments" />}>
          <Route path="inscriptions/*" element={<EnrolmentsRoutes />} />
        </Route>
        <Route element={<FeatureGate feature="requests" />}>
          <Route path="demandes/*" element={<DocumentsRoutes />} />
        </Route>
        <Route path="historique" element={<HistoryPage />} />
        <Route path="compte" element={<AccountPage />} />
        <Route path="contact" element={<ContactPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
