import { Component, type ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { ErrorState } from '../feedback/states.tsx';
import { VisuallyHidden } from '../feedback/visually-hidden.tsx';
import { Alone } from './alone.tsx';
import classes from './alone.module.css';

type Props = {
  readonly children: ReactNode;
  /** What one does now, and what is not lost. */
  readonly advice: string;
  /** Within the page's own header and navigation. */
  readonly inside?: boolean;
};
type State = { readonly failed: boolean };

/** A bug of a page shows a sentence and a way out instead of a blank screen. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const message = (
      <>
        <h1>
          <VisuallyHidden>Problème d’affichage</VisuallyHidden>
        </h1>
        <ErrorState title="Cette page n’a pas pu s’afficher">
          <p>{this.props.advice}</p>
          <p className={classes.wayOut}>
            <Button onClick={() => window.location.reload()}>Recharger la page</Button>
          </p>
        </ErrorState>
      </>
    );
    return this.props.inside ? message : <Alone>{message}</Alone>;
  }
}
