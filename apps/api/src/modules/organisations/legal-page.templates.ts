import type { OrganisationSettings } from './organisations.settings.ts';

/** The pages the law asks a public portal for; each version stays readable. */
export const legalPageCodes = ['legalNotice', 'terms', 'privacy', 'accessibility'] as const;

export type LegalPageCode = (typeof legalPageCodes)[number];

type Named = { readonly name: string; readonly settings: OrganisationSettings };

/**
 * First version of each page, in Markdown, from what is known of the organisation. It is theirs to
 * complete: the sentences hold for any of them.
 */
export function firstLegalPages(organisation: Named): Readonly<Record<LegalPageCode, string>> {
  return {
    legalNotice: legalNotice(organisation),
    terms: terms(organisation),
    privacy: privacy(organisation),
    accessibility: accessibility(organisation),
  };
}

function reach({ settings: { contact } }: Named): string {
  const ways = [contact.address, contact.phone].filter(Boolean).join(', ');
  return `${ways ? `${ways}, ` : ''}<${contact.email}>`;
}

function legalNotice(organisation: Named): string {
  const { publisher } = organisation.settings.legal;
  return `# Éditeur

Le portail famille est publié par ${publisher}, pour ${organisation.name} : ${reach(organisation)}.

La direction de la publication est assurée par la personne qui représente ${publisher}.

# Hébergement

Le portail est hébergé pour le compte de ${publisher}. Le nom, l’adresse et le téléphone de l’hébergeur sont donnés à toute personne qui les demande au contact ci-dessus.

# Logiciel

Le portail fonctionne avec Préau, logiciel libre publié sous licence EUPL 1.2.

# Cookies

Le portail ne dépose qu’un cookie, nécessaire à votre connexion. Il ne mesure pas votre navigation et ne fait appel à aucun autre site.
`;
}

function terms(organisation: Named): string {
  const { name, settings } = organisation;
  return `# Ce que permet le portail

Le portail famille de ${name} permet aux responsables légaux dont le dossier est complet de réserver et d’annuler les services proposés à leurs enfants, et d’envoyer des documents.

# Votre compte

- L’accès est ouvert par le service : chaque responsable légal a le sien, à son adresse e-mail.
- Votre mot de passe est personnel. Ne le communiquez à personne, pas même au service, qui ne vous le demandera jamais.
- Si vous pensez que quelqu’un d’autre s’en sert, changez-le et prévenez le service.

# Réserver et annuler

- Une réservation est prise lorsque vous avez validé votre panier et reçu sa confirmation.
- Les délais, les tarifs et les conséquences d’une annulation tardive sont ceux du règlement intérieur ; le portail vous les indique avant que vous validiez.
- Passé le délai, adressez-vous au service.

# Vos engagements

Les informations et documents que vous transmettez sont exacts et à jour. Une fausse déclaration peut entraîner la fermeture de l’accès.

# Disponibilité

Le portail est accessible à toute heure, sauf entretien ou incident. En cas d’indisponibilité, le service reçoit vos demandes : ${reach({ name, settings })}.

# Modification de ces conditions

Quand ces conditions changent, elles vous sont présentées à nouveau à votre prochaine visite. Chaque version reste consultable.
`;
}

function privacy(organisation: Named): string {
  const { publisher, dataProtectionContact } = organisation.settings.legal;
  return `# Qui traite vos données, et pourquoi

${publisher} traite les données du portail pour inscrire et accueillir les enfants, établir ce qui est dû et vous tenir au courant. Ce traitement relève de sa mission d’intérêt public.

# Quelles données

- vos nom, adresse e-mail, téléphone et adresse ;
- les nom, date de naissance et classe de vos enfants ; les allergies et consignes utiles à leur accueil, chiffrées ;
- votre quotient familial, quand le tarif en dépend ;
- vos réservations, vos documents et ce qui est fait en votre nom.

# Qui y a accès

Les agents qui en ont besoin, chacun pour les sites dont il a la charge. Chaque parent séparé voit l’enfant, jamais l’adresse, le téléphone ni les revenus de l’autre. Aucune donnée n’est vendue ni transmise à des fins commerciales.

# Combien de temps

Les données sont gardées tant que l’enfant est inscrit, puis le temps qu’imposent les règles de la comptabilité publique et des archives.

# Vos droits

Vous pouvez consulter, faire corriger ou effacer vos données, en limiter l’usage ou vous y opposer, en écrivant à <${dataProtectionContact}>. Si la réponse ne vous convient pas, vous pouvez saisir la CNIL : [cnil.fr](https://www.cnil.fr).
`;
}

function accessibility(organisation: Named): string {
  const { name } = organisation;
  return `${name} s’engage à rendre son portail famille accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.

# État de conformité

Le portail famille n’a pas encore été audité : il est donc déclaré **non conforme** au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1. Il est conçu pour s’utiliser au clavier, avec un lecteur d’écran et agrandi à 200 %, et ces usages sont vérifiés à chaque version.

# Signaler une difficulté

Si un contenu ou un service ne vous est pas accessible, écrivez-nous ou appelez-nous : une autre façon de faire vous sera proposée. ${reach(organisation)}.

# Voies de recours

Si vous ne recevez pas de réponse satisfaisante, vous pouvez écrire au Défenseur des droits : [formulaire](https://formulaire.defenseurdesdroits.fr), ou rencontrer l’un de ses délégués dans votre département.
`;
}
