import { Button } from '@preau/ui/actions/button';
import { ErrorState } from '@preau/ui/feedback/states';
import { Component, type ReactNode } from 'react';
import classes from './layout.module.css';

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/** A bug of a page shows a sentence and a way out instead of a blank screen. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className={classes.alone}>
        <ErrorState title="Cette page n’a pas pu s’afficher">
          <Button onClick={() => window.location.reload()}>Recharger la page</Button>
        </ErrorState>
      </main>
    );
  }
}
