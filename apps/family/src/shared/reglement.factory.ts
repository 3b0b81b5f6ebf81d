import type { ReglementVersion } from './reglement.ts';

/** A règlement of one activity, as it travels. */
export const reglementInForce: ReglementVersion = {
  version: 2,
  title: 'Règlement intérieur du Val-de-Lure',
  from: '2025-09-01',
  until: null,
  activities: [
    { code: 'soir', label: 'Périscolaire soir' },
    { code: 'mercredi', label: 'Mercredis' },
  ],
  sections: [
    {
      topic: 'booking',
      activity: 'soir',
      title: 'Réserver',
      blocks: [{ kind: 'list', items: ['En ligne, au plus tard la veille.', 'Ensuite, jamais.'] }],
    },
    {
      topic: 'prices',
      activity: 'soir',
      title: 'Tarifs',
      blocks: [
        {
          kind: 'table',
          caption: 'Prix selon le quotient familial',
          columns: ['Quotient', 'Soir'],
          rows: [
            ['Moins de 500', '1,80 €'],
            ['À partir de 500', '2,30 €'],
          ],
        },
      ],
    },
    {
      topic: 'booking',
      activity: 'mercredi',
      title: 'Réserver',
      blocks: [{ kind: 'paragraph', text: 'Le mercredi se réserve au mois.' }],
    },
    {
      topic: 'closures',
      activity: null,
      title: 'Fermetures',
      blocks: [{ kind: 'paragraph', text: 'Fermé en août.' }],
    },
  ],
};
