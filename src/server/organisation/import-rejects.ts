/** One line of CSV (RFC 4180). Cells that a spreadsheet would take for a formula stay as they were in the file. */
export function csvLine(cells: string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
