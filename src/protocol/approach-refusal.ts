/** Refusals about going to the employer. */
export const approachRefusals = {
  'approach.workers-only': { doc: 'Only the worker says whether the union may go to the employer.', retry: 'never' },
  'approach.not-proposed': { doc: 'Nothing was proposed since the matter was taken up.', retry: 'later' },
  'approach.as-it-is': { doc: 'The word stands so already.', retry: 'never' },
  'approach.not-spoken': { doc: 'No such contact with the worker is logged.', field: 'way', retry: 'later' },
  'approach.said-no': { doc: 'The worker said no under the receipt; only the worker changes that.', retry: 'never' },
  'approach.not-agreed': {
    doc: 'The letter goes to the employer, and the worker has not agreed. Parameter: letter.',
    retry: 'later',
  },
} as const
