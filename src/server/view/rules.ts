import { measures } from '../../domain/measure/measure.ts'
import type { Rules } from '../../domain/rules.ts'
import type { ViewAnswer } from '../../protocol/view.ts'

const noProposal = {
  ...{ lead: null, section: null, groupLead: null, mode: null, urgency: null, groupUrgency: null },
  legalClocks: [],
}
const answers = new WeakMap<Rules, ViewAnswer<'rules'>>()

/** Names of everything that is data, for forms and screens. Made once per rules. */
export function namesOfRules(rules: Rules): ViewAnswer<'rules'> {
  const known = answers.get(rules)
  if (known) return known
  const named = (list: readonly { code: string; name: { zh: string; en: string } }[]) =>
    list.map(({ code, name }) => ({ code, zh: name.zh, en: name.en }))
  const answer = {
    version: rules.version,
    topics: rules.taxonomy.groups.flatMap((group) => [
      { code: group.code, parent: null, zh: group.name.zh, en: group.name.en, ...noProposal },
      ...group.leaves
        .filter((leaf) => leaf.retiredTo === null)
        .map((leaf) => ({
          code: leaf.code,
          parent: group.code,
          zh: leaf.name.zh,
          en: leaf.name.en,
          lead: leaf.lead.level,
          section: leaf.lead.section,
          groupLead: leaf.lead.groupLevel,
          mode: leaf.mode,
          urgency: leaf.urgency,
          groupUrgency: leaf.groupUrgency,
          legalClocks: [...leaf.legalClocks],
        })),
    ]),
    groupFrom: rules.limits.groupFrom,
    measures: measures.map((code) => {
      const { of, unit, private: hidden } = rules.figures.measures[code]
      return { code, of, unit, private: hidden }
    }),
    rates: rules.figures.rates.map(({ code, counts, of }) => ({ code, counts: [...counts], of: [...of] })),
    comparable: rules.figures.comparable,
    legalClocks: rules.legalClocks.map(({ code, text, source }) => ({ code, zh: text.zh, en: text.en, source })),
    letters: rules.letters.map(({ code, name, to, fields, text }) => ({
      ...{ code, zh: name.zh, en: name.en, to, fields: named(fields) },
      text: { zh: text.zh, en: text.en },
    })),
    lists: {
      nature: named(rules.natures),
      channel: named(rules.channels),
      // Those that staff types: what a worker or the data brings by itself nobody registers by hand.
      'channel.staff': named(rules.channels.filter((channel) => channel.by === 'staff')),
      section: named(rules.sections),
      level: named(rules.unitLevels),
      department: named(rules.departments),
      // Those that end the matter with words to the worker.
      outcome: named(rules.triageOutcomes.filter((outcome) => outcome.reasons === 'redirect')),
      deed: named(rules.deeds),
      'visit.kind': named(rules.visits.kinds),
      'place.kind': named(rules.visits.placeKinds),
      theme: named(rules.visits.themes),
      policy: named(rules.visits.policies),
      'reason.drop': named(rules.visits.drops),
      group: named(rules.workerGroups.groups),
      fund: named(rules.deedRules.funds),
      measure: measures.map((code) => ({ code, ...rules.figures.measures[code].name })),
      'measure.definition': measures.map((code) => ({ code, ...rules.figures.measures[code].definition })),
      rate: named(rules.figures.rates),
      'reason.issue': named(rules.issues.closeReasons),
      ...Object.fromEntries(Object.entries(rules.reasons).map(([act, list]) => [`reason.${act}`, named(list)])),
    },
  }
  answers.set(rules, answer)
  return answer
}
