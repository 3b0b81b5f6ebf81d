type Named = { readonly code: string; readonly activity: { readonly code: string } };

/** A booking period as it is named in the address: `vacances.noel-2026`. */
export const periodKey = ({ activity, code }: Named): string => `${activity.code}.${code}`;
