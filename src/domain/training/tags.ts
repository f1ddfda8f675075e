import { type Refusal, refused } from '../decision.ts'
import type { UnitLevel } from '../topic.ts'
import { familyOf, type TrainingRules } from './rules.ts'

/**
 * Whether courses of a unit of this level may bear these tags: each must be known, and the competence model belongs to the
 * leaders it was made for. Null when nothing is wrong; refused: `course.tag-unknown`, `course.tag-scope`.
 */
export function wrongTag(
  tags: readonly string[],
  level: UnitLevel,
  rules: TrainingRules,
): { readonly refused: Refusal } | null {
  for (const tag of tags) {
    const family = familyOf(rules, tag)
    if (!family) return refused('course.tag-unknown', { tag })
    if (family.levels && !family.levels.includes(level)) return refused('course.tag-scope', { tag })
  }
  return null
}
