import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { LegalPagesPanel } from './legal-pages-panel.tsx';
import { SettingsForm } from './settings-form.tsx';
import classes from './settings.module.css';
import { useSettings } from './settings.queries.ts';

/** « Réglages »: what the organisation sets for itself, by its administrator alone. */
export function SettingsPage() {
  const settings = useSettings();
  return (
    <>
      <PageTitle>Réglages</PageTitle>
      {settings.data ? (
        <div className={classes.page}>
          <SettingsForm shown={settings.data} current={settings} />
          <LegalPagesPanel />
        </div>
      ) : settings.error ? (
        <LoadFailure
          title="Les réglages n’ont pas pu être chargés"
          error={settings.error}
          retry={() => void settings.refetch()}
          retrying={settings.isFetching}
        />
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}
