/** Fewest characters of a staff password (security rule 12); the server decides all the same. */
export const minPasswordLength = 15;
