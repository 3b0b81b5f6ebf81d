/** The domain knows no platform, but the long checks set this. */
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/**
 * How many times a law is tried: a fifth of what it deserves with every test, all of it in the long
 * checks (`npm run check:long -- laws`).
 */
export function runs(many: number): number {
  return process.env['PREAU_LONG'] === undefined ? Math.ceil(many / 5) : many;
}
