import * as z from 'zod/mini'
import { Region } from './shape.ts'

const nullable = z.nullable

/** Views on what is data: rules, regions, employers; spread into the registry. */
export const rulesViews = {
  rules: {
    doc: 'Names of everything that is data: topics, natures, sections, departments, deeds, reasons, channels, letters, legal clocks. Chinese and English.',
    who: ['public', 'staff', 'claimant'],
    params: z.strictObject({}),
    answer: z.object({
      version: z.string(),
      topics: z.array(
        z.object({
          code: z.string(),
          parent: nullable(z.string()),
          zh: z.string(),
          en: z.string(),
          /** Level of union that leads it by default, its section, and the level that leads a group's. */
          lead: nullable(z.string()),
          section: nullable(z.string()),
          groupLead: nullable(z.string()),
          mode: nullable(z.string()),
          urgency: nullable(z.string()),
          groupUrgency: nullable(z.string()),
          /** Codes of `legalClocks`. */
          legalClocks: z.array(z.string()),
        }),
      ),
      groupFrom: z.int(),
      /** What each measure counts, in which unit, and whether small counts of it are hidden; its name stands in the lists. */
      measures: z.array(z.object({ code: z.string(), of: z.string(), unit: z.string(), private: z.boolean() })),
      rates: z.array(z.object({ code: z.string(), counts: z.array(z.string()), of: z.array(z.string()) })),
      comparable: z.int(),
      legalClocks: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), source: z.string() })),
      letters: z.array(
        z.object({
          code: z.string(),
          zh: z.string(),
          en: z.string(),
          to: z.string(),
          fields: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
          text: z.object({ zh: z.string(), en: z.string() }),
        }),
      ),
      lists: z.record(z.string(), z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() }))),
    }),
  },
  regions: {
    doc: 'Children of a region in force, or regions found by name.',
    who: ['public', 'staff', 'claimant'],
    params: z.strictObject({
      parent: z.optional(Region),
      text: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
    }),
    answer: z.object({
      rows: z.array(z.object({ code: z.string(), name: z.string(), level: z.string(), path: z.array(z.string()) })),
    }),
  },
  employers: {
    doc: 'Employers of a county found by name, for whoever raises a demand; with `around` those of the whole prefecture, where an agency often sits.',
    who: ['public', 'staff', 'claimant'],
    params: z.strictObject({
      region: Region,
      text: z.string().check(z.minLength(1), z.maxLength(60)),
      around: z.optional(z.literal('prefecture')),
    }),
    answer: z.object({ rows: z.array(z.object({ id: z.int(), name: z.string() })) }),
  },
} as const
