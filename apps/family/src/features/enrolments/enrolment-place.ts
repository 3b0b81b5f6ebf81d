type Place = { readonly child: string; readonly schoolYear: string };

/** What follows the address of the enrolments, or of their form: of whom, for which year. */
export function placeOf({ child, schoolYear }: Place): string {
  return `?${new URLSearchParams({ enfant: child, annee: schoolYear })}`;
}

/** What follows the address of the form that sends a document. */
export function documentPlace(code: string, child: string | null): string {
  return `?${new URLSearchParams({ document: code, ...(child !== null && { enfant: child }) })}`;
}
