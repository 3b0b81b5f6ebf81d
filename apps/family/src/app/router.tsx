import { lazy } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { pathsOf } from '../shared/paths.ts';
import { OrganisationFrame, UnknownOrganisation } from './organisation-frame.tsx';
import { SignedOutLayout } from './signed-out-layout.tsx';

const SignedInLayout = lazy(async () => ({
  default: (await import('./signed-in-layout.tsx')).SignedInLayout,
}));
const SignInPage = lazy(async () => ({
  default: (await import('../features/accounts/sign-in-page.tsx')).SignInPage,
}));
const ActivationPage = lazy(async () => ({
  default: (await import('../features/accounts/activation-page.tsx')).ActivationPage,
}));
const ForgottenPasswordPage = lazy(async () => ({
  default: (await import('../features/accounts/forgotten-password-page.tsx')).ForgottenPasswordPage,
}));
const ResetPasswordPage = lazy(async () => ({
  default: (await import('../features/accounts/reset-password-page.tsx')).ResetPasswordPage,
}));
const AccountPage = lazy(async () => ({
  default: (await import('../features/accounts/account-page.tsx')).AccountPage,
}));
const PlanningPage = lazy(async () => ({
  default: (await import('../features/bookings/planning-page.tsx')).PlanningPage,
}));
const LegendPage = lazy(async () => ({
  default: (await import('../features/bookings/legend-page.tsx')).LegendPage,
}));
const CartPage = lazy(async () => ({
  default: (await import('../features/bookings/cart-page.tsx')).CartPage,
}));
const ReceiptPage = lazy(async () => ({
  default: (await import('../features/bookings/receipt-page.tsx')).ReceiptPage,
}));
const DocumentsRoutes = lazy(async () => ({
  default: (await import('../features/documents/documents-routes.tsx')).DocumentsRoutes,
}));
const NotFoundPage = lazy(async () => ({
  default: (await import('./not-found-page.tsx')).NotFoundPage,
}));

/** Every address of the portal; each page is fetched when it is first visited. */
export function Router() {
  return (
    <Routes>
      <Route path="/o/:slug" element={<OrganisationFrame />}>
        <Route index element={<ToPlanning />} />
        <Route element={<SignedOutLayout />}>
          <Route path="connexion" element={<SignInPage />} />
          <Route path="activation" element={<ActivationPage />} />
          <Route path="mot-de-passe-oublie" element={<ForgottenPasswordPage />} />
          <Route path="nouveau-mot-de-passe" element={<ResetPasswordPage />} />
        </Route>
        <Route element={<SignedInLayout />}>
          <Route path="planning" element={<PlanningPage />} />
          <Route path="legende" element={<LegendPage />} />
          <Route path="panier" element={<CartPage />} />
          <Route path="confirmation/:id" element={<ReceiptPage />} />
          <Route path="demandes/*" element={<DocumentsRoutes />} />
          <Route path="compte" element={<AccountPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
      <Route path="*" element={<UnknownOrganisation />} />
    </Routes>
  );
}

function ToPlanning() {
  const { slug = '' } = useParams();
  return <Navigate to={pathsOf(slug).planning()} replace />;
}
