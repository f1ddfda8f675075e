/** Command on one enterprise in one year. The server's own: it follows the visits that are recorded. */
export type OutreachCommand = {
  readonly kind: 'outreach.look'
  readonly employer: number
  /** Calendar year. */
  readonly year: number
}
