import type { EntitlementRules } from './owed.ts'

/** The numbers of rules/entitlements.yaml; `src/server/rules/help.test.ts` holds the two together. */
export const entitlements: EntitlementRules = {
  paidDays: '21.75',
  hoursADay: 8,
  overtime: { workday: 150, restDay: 200, holiday: 300 },
  leave: {
    bands: [
      { fromYears: 1, days: 5 },
      { fromYears: 10, days: 10 },
      { fromYears: 20, days: 15 },
    ],
    beside: 200,
    yearDays: 365,
  },
  noContract: { freeMonths: 1, untilMonths: 12 },
  severance: { capTimes: 3, capYears: 12, wholeFromMonths: 6, unlawfulTimes: 2, since: '2008-01-01' },
  late: { from: 50, to: 100 },
}
