import type { YAMLError } from 'yaml';

/**
 * What is wrong with a text that is not YAML, said to who writes a règlement. The parser speaks
 * English to programmers; its codes are a closed list.
 */
export const yamlFaults: Readonly<Record<YAMLError['code'], string>> = {
  ALIAS_PROPS: 'un renvoi (*nom) ne peut rien porter d’autre',
  BAD_ALIAS: 'ce renvoi (*nom) ne mène nulle part',
  BAD_COLLECTION_TYPE: 'cette liste ou ce groupe n’est pas du type annoncé',
  BAD_DIRECTIVE: 'cette directive (%) est inconnue',
  BAD_DQ_ESCAPE: 'caractère d’échappement inconnu entre guillemets',
  BAD_INDENT: 'le retrait de cette ligne ne correspond pas aux précédentes',
  BAD_PROP_ORDER: 'une étiquette est mal placée',
  BAD_SCALAR_START: 'ce texte commence par un caractère réservé : mettez-le entre guillemets',
  BLOCK_AS_IMPLICIT_KEY: 'un groupe ne peut pas commencer sur cette ligne',
  BLOCK_IN_FLOW: 'un groupe en retrait ne peut pas se trouver entre crochets ou accolades',
  DUPLICATE_KEY: 'ce nom est écrit deux fois dans le même groupe',
  IMPOSSIBLE: 'ce texte est illisible',
  KEY_OVER_1024_CHARS: 'ce nom est trop long',
  MISSING_CHAR: 'il manque un caractère (deux-points, virgule, guillemet ou crochet)',
  MULTILINE_IMPLICIT_KEY: 'un nom tient sur une seule ligne',
  MULTIPLE_ANCHORS: 'deux repères (&nom) au même endroit',
  MULTIPLE_DOCS: 'un seul règlement par fichier',
  MULTIPLE_TAGS: 'deux étiquettes au même endroit',
  NON_STRING_KEY: 'un nom est un texte',
  RESOURCE_EXHAUSTION: 'ce texte a trop de niveaux, les uns dans les autres',
  TAB_AS_INDENT: 'le retrait se fait avec des espaces, pas avec une tabulation',
  TAG_RESOLVE_FAILED: 'cette étiquette (!) est inconnue',
  UNEXPECTED_TOKEN: 'ce caractère n’est pas attendu ici',
};

/** Aliases that expand without end, which the parser finds out last. */
export const endlessAliases = 'ce texte renvoie trop de fois à lui-même';
