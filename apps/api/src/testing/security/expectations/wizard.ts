import { type Expectation, forParents } from '../expectations.ts';

/** The periods a parent books in: each household its own. */
export const wizardFamilyExpectations: Readonly<Record<string, Expectation>> = {
  'GET /api/family/booking-periods': forParents({ own: 200, otherHousehold: 200 }, () => ({
    path: '/api/family/booking-periods',
  })),
};
