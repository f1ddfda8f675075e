/** Where something is common: one of the two is set. What is at an employer names it, as employer or as agency. */
export type Place = { readonly employer: number | null; readonly region: string | null }

/**
 * What every region code within a region begins with: GB/T 2260 puts zeros where nothing narrower is meant.
 * @param region six digits to county, nine to township; 000000 is the nation
 */
export function regionPrefix(region: string): string {
  return region.length > 6 ? region : region.replace(/(?:00){1,3}$/, '')
}

/** Whether a region lies within another, or is it. */
export function regionWithin(region: string, wider: string): boolean {
  return region.startsWith(regionPrefix(wider))
}
