/**
 * fast-check, as mutants meet it: each law over the same few cases every time, since it is checked once
 * per mutant. That a law finds what breaks it (`check`) keeps its full length.
 */
import fc from 'fast-check';

const FEW = 60;
const SEED = 2026;

export * from 'fast-check';

export const assert = new Proxy(fc.assert, {
  apply: (run, self, [property, given]) => {
    const numRuns = Math.min(given?.numRuns ?? FEW, FEW);
    return Reflect.apply(run, self, [property, { ...given, seed: SEED, numRuns }]);
  },
});

export const check = new Proxy(fc.check, {
  apply: (run, self, [property, given]) =>
    Reflect.apply(run, self, [property, { ...given, seed: SEED }]),
});

export default { ...fc, assert, check };
