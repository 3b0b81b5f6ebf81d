import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Panel } from '@preau/ui/shell/panel';
import { type FormEvent, useState } from 'react';
import { Agreement } from '../../shared/agreement.tsx';
import { legalPages } from '../../shared/legal-pages.ts';
import { useOrganisation } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import classes from './legal.module.css';
import { LegalText } from './legal-text.tsx';
import { useAcceptTerms, useLegalPage } from './legal.queries.ts';

/** The terms of use come before anything else, at the first visit and whenever they change. */
export function TermsPage() {
  const { data: organisation } = useOrganisation();
  const page = useLegalPage('terms');
  const accept = useAcceptTerms();
  const [agreed, setAgreed] = useState(false);
  const [missed, setMissed] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissed(!agreed);
    if (!agreed || !page.data || accept.isPending) return;
    accept.mutate(
      { body: { version: page.data.version } },
      {
        // A newer version came out meanwhile: it is read before it is accepted.
        onError: () => {
          setAgreed(false);
          void page.refetch();
        },
      },
    );
  };

  return (
    <div className={classes.terms}>
      <PageTitle>{legalPages.terms.title}</PageTitle>
      <p>
        {organisation?.name ?? 'Votre collectivité'} vous demande de lire et d’accepter ces
        conditions avant de continuer. Ce que vous aviez commencé vous attend.
      </p>
      <Panel title="Ce que vous acceptez">
        <LegalText page={page} />
      </Panel>
      {page.data ? (
        <form className={classes.form} onSubmit={submit} noValidate>
          {accept.error ? (
            <Notice tone="error" announced>
              {problemMessage(accept.error)}
            </Notice>
          ) : null}
          <Agreement
            agreed={agreed}
            missed={missed}
            onChange={(now) => {
              setAgreed(now);
              setMissed(false);
            }}
          >
            J’ai lu et j’accepte les conditions générales d’utilisation
          </Agreement>
          <Button type="submit" busy={accept.isPending}>
            Accepter et continuer
          </Button>
        </form>
      ) : null}
    </div>
  );
}
