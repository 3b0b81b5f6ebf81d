import type { DemoNews } from '../town.ts';

/** What the home page says, and what the office has ready or over. */
export const townNews: readonly DemoNews[] = [
  {
    kind: 'closure',
    title: 'Pas d’étude au prochain jour de classe',
    body: 'Les enseignants se réunissent : **l’étude dirigée n’a pas lieu**. Le périscolaire du soir reste ouvert.\n\n- École Jean-Moulin\n- École Les Peupliers',
    important: true,
    from: -1,
    until: 7,
    published: true,
  },
  {
    kind: 'prices',
    title: 'Tarifs de l’année',
    body: 'Les tarifs dépendent de votre quotient familial. Sans attestation, la tranche la plus haute s’applique : envoyez la vôtre par **Mes demandes**.',
    important: false,
    from: -60,
    until: null,
    published: true,
  },
  {
    kind: 'rules',
    title: 'Délais pour réserver et annuler',
    body: 'Périscolaire, restauration et étude : 48 heures ouvrées.\n\nMercredis et vacances : 5 jours ouvrés.\n\nPassé ce délai, appelez-nous.',
    important: false,
    from: -30,
    until: 30,
    published: true,
  },
  {
    kind: 'information',
    title: 'Programme des prochaines vacances',
    body: 'Sorties, ateliers et grands jeux : le programme paraît ici.',
    important: false,
    from: 7,
    until: 28,
    published: true,
  },
  {
    kind: 'information',
    title: 'Portes ouvertes de l’ALSH',
    body: 'Merci aux familles qui sont venues.',
    important: false,
    from: -40,
    until: -10,
    published: true,
  },
  {
    kind: 'information',
    title: 'Fête de l’été',
    body: 'Date à confirmer.',
    important: false,
    from: 14,
    until: null,
    published: false,
  },
];
