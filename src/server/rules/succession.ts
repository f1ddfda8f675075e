import type { Files } from './forms.ts'
import type { RulesFile } from './rules-file.ts'
import { visitLists } from './visits.ts'

type Coded = readonly { readonly code: string }[]

/** Why a code of the edition before has to stay. */
const EARLIER = 'was there before this edition, and records hold it; put it back'
/** Why a code of the shipped file has to stay in a federation's own. */
export const SHIPPED = 'ships, and records or the product itself may hold it; put it back'

/**
 * What one edition owes to the one before it, and a federation's own file to the shipped one: the ledger holds its codes, so
 * no code goes away; a consent that was given keeps its words; a year that was official stays so.
 */
export function checkSuccession(before: Files, after: Files, why: string = EARLIER): void {
  const keepCodes = (file: RulesFile<unknown>, at: string, old: Coded, young: Coded) => {
    for (const { code } of old)
      if (!young.some((each) => each.code === code)) file.refuse(at.split('.'), `${code} ${why}`)
  }
  keepCodes(after.sections, 'sections', before.sections.value.sections, after.sections.value.sections)
  keepCodes(after.departments, 'departments', before.departments.value.departments, after.departments.value.departments)
  keepCodes(after.natures, 'natures', before.natures.value.natures, after.natures.value.natures)
  keepCodes(after.channels, 'channels', before.channels.value.channels, after.channels.value.channels)
  keepCodes(after.deeds, 'deeds', before.deeds.value.deeds, after.deeds.value.deeds)
  keepCodes(after.deeds, 'funds', before.deeds.value.funds, after.deeds.value.funds)
  keepCodes(after.outcomes, 'outcomes', before.outcomes.value.outcomes, after.outcomes.value.outcomes)
  keepCodes(after.letters, 'letters', before.letters.value.letters, after.letters.value.letters)
  keepCodes(after.notices, 'notices', before.notices.value.notices, after.notices.value.notices)
  keepCodes(after.texts, 'texts', before.texts.value.texts, after.texts.value.texts)
  keepCodes(after.taxonomy, 'groups', leavesOf(before), leavesOf(after))
  for (const list of visitLists) keepCodes(after.visits, list, before.visits.value[list], after.visits.value[list])
  keepCodes(after.workerGroups, 'groups', before.workerGroups.value.groups, after.workerGroups.value.groups)
  const { reasons } = after.reasons.value
  for (const [act, list] of Object.entries(before.reasons.value.reasons))
    keepCodes(after.reasons, `reasons.${act}`, list, reasons[act as keyof typeof reasons])
  keepCodes(after.consent, 'consents', before.consent.value.consents, after.consent.value.consents)
  keepWords(before, after)
  for (const year of after.years) {
    const old = before.years.find(({ value }) => value.year === year.value.year)
    if (old?.value.edition === 'official' && year.value.edition === 'provisional')
      year.refuse(['edition'], `${year.value.year} was official before; an official year never turns provisional again`)
  }
}

function leavesOf(files: Files): Coded {
  return files.taxonomy.value.groups.flatMap(({ leaves }) => leaves)
}

function keepWords(before: Files, after: Files): void {
  for (const [at, consent] of after.consent.value.consents.entries()) {
    const old = before.consent.value.consents.find(({ code }) => code === consent.code)
    if (!old) continue
    const same = old.text.zh === consent.text.zh && old.text.en === consent.text.en
    if (!same && consent.version <= old.version)
      after.consent.refuse(
        ['consents', at, 'version'],
        `the text of ${consent.code} changed but version ${old.version} did not rise; count it up`,
      )
  }
}
