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
const TodayPage = lazy(async () => ({
  default: (await import('../features/attendance/today-page.tsx')).TodayPage,
}));
const FamiliesPage = lazy(async () => ({
  default: (await import('../features/households/families-page.tsx')).FamiliesPage,
}));
const InboxPage = lazy(async () => ({
  default: (await import('../features/documents/inbox-page.tsx')).InboxPage,
}));
const OccupancyPage = lazy(async () => ({
  default: (await import('../features/occupancy/occupancy-page.tsx')).OccupancyPage,
}));
const CalendarPage = lazy(async () => ({
  default: (await import('../features/closures/calendar-page.tsx')).CalendarPage,
}));
const RequestsIndex = lazy(async () => ({
  default: (await import('../features/requests/requests-index.tsx')).RequestsIndex,
}));
const BookingRequestsPage = lazy(async () => ({
  default: (await import('../features/requests/booking-requests-page.tsx')).BookingRequestsPage,
}));
const EnrolmentRequestsPage = lazy(async () => ({
  default: (await import('../features/requests/enrolments/enrolment-requests-page.tsx'))
    .EnrolmentRequestsPage,
}));
const NewHouseholdPage = lazy(async () => ({
  default: (await import('../features/households/new-household-page.tsx')).NewHouseholdPage,
}));
const HouseholdRoute = lazy(async () => ({
  default: (await import('./household-route.tsx')).HouseholdRoute,
}));
const ChangeHouseholdRoute = lazy(async () => ({
  default: (await import('./household-route.tsx')).ChangeHouseholdRoute,
}));
const NewsPage = lazy(async () => ({
  default: (await import('../features/news/news-page.tsx')).NewsPage,
}));
const NewNewsPage = lazy(async () => ({
  default: (await import('../features/news/new-news-page.tsx')).NewNewsPage,
}));
const EditNewsPage = lazy(async () => ({
  default: (await import('../features/news/edit-news-page.tsx')).EditNewsPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/settings-page.tsx')).SettingsPage,
}));
const LegalPagePage = lazy(async () => ({
  default: (await import('../features/settings/legal-page-page.tsx')).LegalPagePage,
}));
const NotFoundPage = lazy(async () => ({
  default: (await import('./not-found-page.tsx')).NotFoundPage,
}));

/** Every address of the back office; each page is fetched when it is first visited. */
export function Router() {
  return (
    <Routes>
      <Route path="/staff/:slug" element={<OrganisationFrame />}>
        <Route index element={<ToToday />} />
        <Route element={<SignedOutLayout />}>
          <Route path="connexion" element={<SignInPage />} />
          <Route path="activation" element={<ActivationPage />} />
          <Route path="mot-de-passe-oublie" element={<ForgottenPasswordPage />} />
          <Route path="nouveau-mot-de-passe" element={<ResetPasswordPage />} />
        </Route>
        <Route element={<SignedInLayout />}>
          <Route path="aujourdhui" element={<TodayPage />} />
          <Route path="familles" element={<FamiliesPage />} />
          <Route path="familles/nouvelle" element={<NewHouseholdPage />} />
          <Route path="familles/:id" element={<HouseholdRoute />} />
          <Route path="familles/:id/modifier" element={<ChangeHouseholdRoute />} />
          <Route path="demandes" element={<RequestsIndex />} />
          <Route path="demandes/reservations" element={<BookingRequestsPage />} />
          <Route path="demandes/inscriptions" element={<EnrolmentRequestsPage />} />
          <Route path="demandes/documents" element={<InboxPage />} />
          <Route path="occupation" element={<OccupancyPage />} />
          <Route path="calendrier" element={<CalendarPage />} />
          <Route path="actualites" element={<NewsPage />} />
          <Route path="actualites/nouvelle" element={<NewNewsPage />} />
          <Route path="actualites/:id" element={<EditNewsPage />} />
          <Route path="reglages" element={<SettingsPage />} />
          <Route path="reglages/pages/:page" element={<LegalPagePage />} />
          <Route path="compte" element={<AccountPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
      <Route path="*" element={<UnknownOrganisation />} />
    </Routes>
  );
}

function ToToday() {
  const { slug = '' } = useParams();
  return <Navigate to={pathsOf(slug).today()} replace />;
}
