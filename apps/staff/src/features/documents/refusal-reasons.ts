/** Reasons given most often, in words for the family: a start, to be completed. */
export const usualReasons: readonly { readonly label: string; readonly words: string }[] = [
  {
    label: 'Illisible',
    words:
      'Le document est illisible. Merci de le prendre en photo bien à plat, en pleine lumière.',
  },
  { label: 'Page manquante', words: 'Il manque une page. Merci d’envoyer le document en entier.' },
  { label: 'Signature manquante', words: 'Le document n’est pas signé.' },
  { label: 'Plus valable', words: 'Le document n’est plus valable : sa date est dépassée.' },
  { label: 'Autre document', words: 'Ce n’est pas le document demandé.' },
];
