import { type Tab, TabBar } from '@preau/ui/navigation/tab-bar';
import { CalendarDays, CircleUser, ClipboardList, Euro, FileText, Newspaper } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { accountLabel, type Organisation, usePaths } from '../shared/organisation.ts';
import { useOffers, useRefusedDocuments } from '../shared/waiting-for-you.ts';

/** Address of a page, or of one below it. */
const isWithin = (pathname: string, address: string): boolean =>
  `${pathname}/`.startsWith(address.endsWith('/') ? address : `${address}/`);

/** The tabs of the portal, in the organisation's own words; what is switched off is not there. */
export function MainNavigation({ organisation }: { readonly organisation: Organisation }) {
  return <TabBar label="Navigation principale" tabs={useTabs(organisation)} Link={Link} />;
}

function useTabs({ features, labels }: Organisation): readonly Tab[] {
  const paths = usePaths();
  const { pathname } = useLocation();
  const offers = useOffers().data?.items.length ?? 0;
  const refused = useRefusedDocuments(features.requests).length;
  const within = (...addresses: readonly string[]) =>
    addresses.some((address) => isWithin(pathname, address));
  return [
    {
      to: paths.root,
      label: labels.news,
      icon: <Newspaper size={24} />,
      current: `${pathname}/`.replace('//', '/') === `${paths.root}/` || within(paths.news('')),
    },
    {
      to: paths.planning(),
      label: labels.bookings,
      icon: <CalendarDays size={24} />,
      current: within(
        paths.planning(),
        paths.newBooking,
        paths.bookingRequests,
        paths.legend,
        paths.cart,
        paths.receipt(''),
      ),
      count: offers,
      countLabel: offers > 1 ? `${offers} places proposées` : '1 place proposée',
    },
    ...(features.enrolments
      ? [
          {
            to: paths.enrolments,
            label: labels.enrolments,
            icon: <ClipboardList size={24} />,
            current: within(paths.enrolments),
            // A phone has room for five: the home page leads there too.
            deskOnly: features.invoices && features.requests,
          },
        ]
      : []),
    ...(features.invoices
      ? [
          {
            to: paths.invoices,
            label: labels.invoices,
            icon: <Euro size={24} />,
            current: within(paths.invoices),
          },
        ]
      : []),
    ...(features.requests
      ? [
          {
            to: paths.documents,
            label: labels.requests,
            icon: <FileText size={24} />,
            current: within(paths.documents),
            count: refused,
            countLabel: refused > 1 ? `${refused} documents refusés` : '1 document refusé',
          },
        ]
      : []),
    {
      to: paths.account,
      label: accountLabel(labels),
      icon: <CircleUser size={24} />,
      current: within(paths.account, paths.history, paths.contact),
    },
  ];
}
