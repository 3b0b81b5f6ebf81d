import { type Expectation, forAnybody } from '../expectations.ts';

/** The règlement in words: anybody reads it. */
export const reglementFamilyExpectations: Readonly<Record<string, Expectation>> = {
  'GET /api/family/organisations/:slug/reglement': forAnybody(200, ({ here }) => ({
    path: `/api/family/organisations/${here.organisation.slug}/reglement`,
  })),
};
