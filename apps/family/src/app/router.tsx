import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { OrganisationFrame, UnknownOrganisation } from './organisation-frame.tsx';
import { SignedOutLayout } from './signed-out-layout.tsx';

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
const PortalRoutes = lazy(async () => {
  // Whoever needs an address of the portal needs its layout: both are fetched at once.
  const [{ PortalRoutes: routes }] = await Promise.all([
    import('./portal-routes.tsx'),
    import('./signed-in-layout.tsx'),
  ]);
  return { default: routes };
});

/**
 * The addresses of the sign-in; those of the portal itself are fetched once one of them is needed,
 * so that the first page stays light. The frame has no address of its own, or it would match that of
 * the home by itself.
 */
export function Router() {
  return (
    <Routes>
      <Route element={<OrganisationFrame />}>
        <Route element={<SignedOutLayout />}>
          <Route path="/o/:slug/connexion" element={<SignInPage />} />
          <Route path="/o/:slug/activation" element={<ActivationPage />} />
          <Route path="/o/:slug/mot-de-passe-oublie" element={<ForgottenPasswordPage />} />
          <Route path="/o/:slug/nouveau-mot-de-passe" element={<ResetPasswordPage />} />
        </Route>
        <Route path="/o/:slug/*" element={<PortalRoutes />} />
      </Route>
      <Route path="*" element={<UnknownOrganisation />} />
    </Routes>
  );
}
