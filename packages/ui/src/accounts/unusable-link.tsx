import type { ComponentType } from 'react';
import { Button, buttonClass } from '../actions/button.tsx';
import { Notice } from '../feedback/notice.tsx';
import type { TabLinkProps } from '../navigation/tab-bar.tsx';
import classes from './account-form.module.css';

type UnusableLinkProps = {
  /** Code of the refusal: `link-expired`, `link-used`, else not recognised. */
  readonly code: string;
  readonly signInPath: string;
  readonly Link: ComponentType<TabLinkProps>;
  /** Asking for a new link: who asks, whether it runs, whether it is done, what went wrong. */
  readonly renewal: {
    readonly ask: () => void;
    readonly busy: boolean;
    readonly done: boolean;
    readonly problem: string | undefined;
  };
};

/** An activation link that opens nothing: why, and the way on. */
export function UnusableLink({ code, signInPath, Link, renewal }: UnusableLinkProps) {
  if (renewal.done) {
    return (
      <Notice tone="success" title="Demande enregistrée" announced>
        Si ce lien était bien le vôtre, un nouveau message arrive à la même adresse dans quelques
        minutes. Pensez à regarder dans les courriers indésirables.
      </Notice>
    );
  }
  if (code === 'link-used') {
    return (
      <div className={classes.form}>
        <Notice title="Ce lien a déjà servi">
          Votre compte est actif : connectez-vous avec le mot de passe que vous avez choisi.
        </Notice>
        <Link className={buttonClass('primary', true)} to={signInPath}>
          Se connecter
        </Link>
      </div>
    );
  }
  const expired = code === 'link-expired';
  return (
    <div className={classes.form}>
      <Notice tone="warning" title={expired ? 'Ce lien a expiré' : 'Ce lien n’est pas reconnu'}>
        {expired
          ? 'Pour votre sécurité, un lien d’activation ne sert qu’un temps. Demandez-en un nouveau : il arrive à la même adresse.'
          : 'Ouvrez-le depuis le message reçu, ou copiez-le en entier.'}
      </Notice>
      {renewal.problem ? <Notice tone="error">{renewal.problem}</Notice> : null}
      {expired ? (
        <Button wide busy={renewal.busy} onClick={renewal.ask}>
          Recevoir un nouveau lien
        </Button>
      ) : (
        <Link className={buttonClass('secondary', true)} to={signInPath}>
          Aller à la connexion
        </Link>
      )}
    </div>
  );
}
