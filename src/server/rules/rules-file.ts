import type { z } from 'zod'
import { type Found, type RulesDocument, type RulesPath, readDocument } from './rules-document.ts'
import type { RulesLayer } from './rules-folders.ts'

/** A file that was read: its checked value, its bytes for the version, and a way to complain about a place in it. */
export type RulesFile<T> = {
  /** Path below its folder, e.g. `editions/2027-01-01/limits.yaml`. */
  readonly name: string
  readonly value: T
  readonly text: string
  /** Throws where the first fault ends the reading; where all are collected it goes on, so a check stops no loop by it. */
  readonly refuse: (at: RulesPath, problem: string) => void
}

/** Reads and checks one file of one folder and hands every finding on; undefined when it has no usable form. */
export function collectRulesFile<T>(
  layer: RulesLayer,
  name: string,
  schema: z.ZodType<T>,
  found: Found,
  validFrom: string | null = null,
): RulesFile<T> | undefined {
  const document = readDocument(layer, name, found, validFrom)
  return document && formed(document, schema)
}

/** Checks the form of what was read; findings go where the document tells them. */
export function formed<T>(document: RulesDocument, schema: z.ZodType<T>): RulesFile<T> | undefined {
  const { name, raw, text, refuse } = document
  const checked = schema.safeParse(raw)
  if (checked.success) return { name, value: checked.data, text, refuse }
  for (const issue of checked.error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        refuse([...issue.path, key], `unknown key ${key}; correct its spelling or take it out`)
    else refuse(issue.path, `${issue.message}; correct this line`)
  }
  return undefined
}
