/** The same month a year before; `month` and the answer are YYYY-MM. */
export function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
}
