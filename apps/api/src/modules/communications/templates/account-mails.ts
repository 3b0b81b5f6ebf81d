import type { MailContent } from './mail-layout.ts';

/** To open one's access; the link works for seven days, once. */
export function invitationMail(to: {
  firstName: string;
  organisation: string;
  url: string;
}): MailContent {
  return {
    subject: `Activez votre espace famille – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      `${to.organisation} vous ouvre un accès à son espace famille. Choisissez votre mot de passe pour l’activer ; votre identifiant est l’adresse à laquelle vous recevez ce message.`,
    ],
    action: { label: 'Activer mon espace', url: to.url },
    closing: [
      'Ce lien est personnel, ne fonctionne qu’une fois et reste valable sept jours. Ensuite, la même page vous en propose un nouveau.',
    ],
  };
}

/** The same, to a member of staff. */
export function staffInvitationMail(to: {
  firstName: string;
  organisation: string;
  url: string;
}): MailContent {
  return {
    subject: `Activez votre accès agent – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      `Un accès à l’espace de gestion de ${to.organisation} est prêt pour vous. Choisissez votre mot de passe pour l’activer.`,
    ],
    action: { label: 'Activer mon accès', url: to.url },
    closing: ['Ce lien est personnel, ne fonctionne qu’une fois et reste valable sept jours.'],
  };
}

/** To choose a new password; the link works for thirty minutes, once. */
export function resetMail(to: {
  firstName: string;
  organisation: string;
  url: string;
}): MailContent {
  return {
    subject: `Choisissez un nouveau mot de passe – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      `Vous avez demandé à changer de mot de passe pour ${to.organisation}.`,
    ],
    action: { label: 'Choisir un nouveau mot de passe', url: to.url },
    closing: [
      'Ce lien ne fonctionne qu’une fois et reste valable trente minutes.',
      'Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.',
    ],
  };
}

/** Told after every change, in case somebody else made it. */
export function passwordChangedMail(to: {
  firstName: string;
  organisation: string;
  when: string;
  resetUrl: string;
}): MailContent {
  return {
    subject: `Votre mot de passe a été changé – ${to.organisation}`,
    paragraphs: [
      `Bonjour ${to.firstName},`,
      `Le mot de passe de votre accès à ${to.organisation} a été changé ${to.when}. Les autres appareils ont été déconnectés.`,
      'Si c’est bien vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe :',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url: to.resetUrl },
  };
}
