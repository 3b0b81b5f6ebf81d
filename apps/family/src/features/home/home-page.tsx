import { BookingWindows } from '../../shared/booking-windows.tsx';
import { NewBookingLink } from '../../shared/new-booking-link.tsx';
import { useOrganisation } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.ts';
import classes from './home-page.module.css';
import { ImportantNews, NewsList } from './home-news.tsx';
import { ThisWeek } from './this-week.tsx';
import { Tiles } from './tiles.tsx';
import { ToDo } from './to-do.tsx';

/** What one comes for, most pressing first: news, what waits for an answer, the week, the rest. */
export function HomePage() {
  const { data: me } = useMe();
  const { data: organisation } = useOrganisation();
  if (!me || !organisation) return null;
  return (
    <>
      <PageTitle>{`Bonjour ${me.account.firstName}`}</PageTitle>
      <div className={classes.home}>
        <div className={classes.first}>
          <ImportantNews />
          <NewBookingLink organisation={organisation} />
          <ToDo organisation={organisation} />
          <BookingWindows organisation={organisation} most={3} />
          <ThisWeek timeZone={organisation.timeZone} />
        </div>
        <div className={classes.second}>
          <NewsList title={organisation.labels.news} />
          <Tiles organisation={organisation} />
        </div>
      </div>
    </>
  );
}
