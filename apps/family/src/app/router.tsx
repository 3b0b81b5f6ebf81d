import { lazy } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { pathsOf } from '../shared/paths.ts';
import { OrganisationFrame, UnknownOrganisation } from './organisation-frame.tsx';
import { SignedOutLayout } from './signed-out-layout.tsx';

const SignedInLayout = lazy(() => import('./signed-in-layout.tsx'));
const SignInPage = lazy(() => import('../features/accounts/sign-in-page.tsx'));
const ActivationPage = lazy(() => import('../features/accounts/activation-page.tsx'));
const ForgottenPasswordPage = lazy(
  () => import('../features/accounts/forgotten-password-page.tsx'),
);
const ResetPasswordPage = lazy(() => import('../features/accounts/reset-password-page.tsx'));
const AccountPage = lazy(() => import('../features/accounts/account-page.tsx'));
const PlanningPage = lazy(() => import('../features/bookings/planning-page.tsx'));
const LegendPage = lazy(() => import('../features/bookings/legend-page.tsx'));
const CartPage = lazy(() => import('../features/bookings/cart-page.tsx'));
const ReceiptPage = lazy(() => import('../features/bookings/receipt-page.tsx'));
const NotFoundPage = lazy(() => import('./not-found-page.tsx'));

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
