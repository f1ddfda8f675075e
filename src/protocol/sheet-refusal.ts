/** Refusals about tables that were asked for; spread into `refusals`. */
export const sheetRefusals = {
  'sheet.due': { doc: 'It would be due before it was asked for.', retry: 'after-change' },
  'sheet.unreadable': {
    doc: 'The file is no workbook (XLSX) and no table in plain text (CSV), or it is broken.',
    retry: 'after-change',
  },
  'sheet.too-large': {
    doc: 'More rows, columns or bytes than a table has.',
    retry: 'after-change',
  },
  'sheet.unsafe': {
    doc: 'The workbook holds programs or reaches for other files: save it without them.',
    retry: 'after-change',
  },
  'sheet.months': { doc: 'The months are in the wrong order, or have not begun.', retry: 'after-change' },
  'sheet.column-twice': { doc: 'A column stands in the list twice.', retry: 'after-change' },
  'sheet.not-matched': { doc: 'Confirm first what the columns ask for.', retry: 'after-change' },
} as const
