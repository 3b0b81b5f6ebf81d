/** Fewest characters of a parent's password (security rule 12); the server decides all the same. */
export const minPasswordLength = 12;
