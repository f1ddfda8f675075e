import type { Measure } from '../measure/measure.ts'

/** Commands on a table somebody above asked for 来表. No field anywhere takes a figure: what is filled in is computed. */
export type SheetCommand = TakeSheet | MatchSheet | FillSheet

/** Takes a table in. Days are local, YYYY-MM-DD. */
export type TakeSheet = {
  readonly kind: 'sheet.take'
  readonly unit: number
  readonly title: string
  /** The office that asked, in plain words. */
  readonly from: string
  readonly askedOn: string
  readonly dueOn?: string | undefined
  /** Name of the file; sealed with it, for it may name somebody. */
  readonly name: string
  /** The file, base64; sealed. */
  readonly file: string
}

/** One column and what it asks for. `header` is its words, by which it is known again. */
export type ColumnMatch = { readonly column: number; readonly header: string; readonly measure: Measure }

/** Says which columns ask for which measures, over which months, and whether each row names a union. */
export type MatchSheet = {
  readonly kind: 'sheet.match'
  readonly sheet: string
  /** Months, YYYY-MM, both included. */
  readonly fromMonth: string
  readonly toMonth: string
  /** `own`: the first empty row below the header is one's own; `named`: rows are known by the union named in them. */
  readonly rows: 'own' | 'named'
  /** Row of the header, counted from 0. */
  readonly header: number
  readonly columns: readonly ColumnMatch[]
}

/** Says that the table was answered, and what it cost. */
export type FillSheet = {
  readonly kind: 'sheet.fill'
  readonly sheet: string
  /** Minutes it took, as the person says. */
  readonly minutes?: number | undefined
}

/** Verbs on tables. `sheet.see`: read them; `asked.see`: read who asked for how many, of the own union and those below. */
export type SheetVerb = SheetCommand['kind'] | 'sheet.see' | 'asked.see'
