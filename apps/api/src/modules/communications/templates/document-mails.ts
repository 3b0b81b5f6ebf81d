import type { MailContent } from './mail-layout.ts';

/** A document as its e-mail speaks of it. */
type TellDocument = {
  readonly firstName: string;
  readonly organisation: string;
  readonly url: string;
  /** Its kind: « Dispense médicale ». */
  readonly label: string;
  /** Whom it is about, when it is about one child. */
  readonly childFirstName: string | null;
  /** « mardi 3 novembre à 9 h 12 ». */
  readonly sentOn: string;
};

/** The office has accepted what the family sent. */
export function documentAcceptedMail(to: TellDocument): MailContent {
  return {
    subject: `Votre document est accepté – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      `Votre document ${named(to)}, envoyé le ${to.sentOn}, est accepté. Vous n’avez rien d’autre à faire.`,
    ],
    action: { label: 'Voir mes demandes', url: to.url },
  };
}

/** The office has refused it; the reason is told as it was written. */
export function documentRefusedMail(to: TellDocument & { readonly reason: string }): MailContent {
  return {
    subject: `Votre document n’est pas accepté – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      `Votre document ${named(to)}, envoyé le ${to.sentOn}, n’a pas pu être accepté.`,
      `Motif : ${to.reason}`,
      'Vous pouvez en envoyer un autre.',
    ],
    action: { label: 'Envoyer un autre document', url: to.url },
  };
}

function named({ label, childFirstName }: TellDocument): string {
  return childFirstName === null ? `« ${label} »` : `« ${label} » pour ${childFirstName}`;
}
