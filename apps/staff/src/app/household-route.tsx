import { useParams } from 'react-router';
import { BookingsPanel } from '../features/bookings/bookings-panel.tsx';
import { HistoryPanel } from '../features/bookings/history-panel.tsx';
import { ChangeHouseholdPage } from '../features/households/change-household-page.tsx';
import { HouseholdPage } from '../features/households/household-page.tsx';
import { HouseholdRequestsPanel } from '../features/requests/household-requests-panel.tsx';

/** A household with everything the parts of the back office tell of it. */
export function HouseholdRoute() {
  const { id = '' } = useParams();
  return (
    <HouseholdPage key={id} id={id}>
      <HouseholdRequestsPanel householdId={id} />
      <BookingsPanel householdId={id} />
      <HistoryPanel householdId={id} />
    </HouseholdPage>
  );
}

/** The sheet of that household, to be changed. */
export function ChangeHouseholdRoute() {
  const { id = '' } = useParams();
  return <ChangeHouseholdPage key={id} id={id} />;
}
