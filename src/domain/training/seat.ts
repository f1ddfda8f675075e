import type { UnitLevel } from '../topic.ts'

/** Levels of union, highest first: of several posts that of the highest level is counted. */
export const seatLevels = [
  'nation',
  'province',
  'city',
  'county',
  'township',
  'grassroots',
  'group',
] as const satisfies readonly UnitLevel[]

/** A post in force of a person, as training counts it. `path`: its unit and all above, itself first. */
export type Seat = {
  readonly post: number
  readonly path: readonly number[]
  readonly level: UnitLevel
  readonly fullTime: boolean
}

/** A group of a plan: who has to meet how many hours. `level` null: whatever level no other group of the kind names. */
export type PlanGroup = { readonly fullTime: boolean; readonly level: UnitLevel | null; readonly hours: number }

/**
 * The one post by which a person of several is counted: full-time before part-time, then the highest level, then the post
 * given first. Table function `training_coverage` says the same in SQL; a test holds the two together.
 */
export function countedSeat(seats: readonly Seat[]): Seat | undefined {
  return seats.toSorted((a, b) => Number(b.fullTime) - Number(a.fullTime) || rank(a) - rank(b) || a.post - b.post)[0]
}

/** The group a seat belongs to: that of its very level before that of every level; undefined where the plan asks nothing of it. */
export function groupOf(groups: readonly PlanGroup[], seat: Seat): PlanGroup | undefined {
  const kind = groups.filter(({ fullTime }) => fullTime === seat.fullTime)
  return kind.find(({ level }) => level === seat.level) ?? kind.find(({ level }) => level === null)
}

function rank({ level }: Seat): number {
  return seatLevels.indexOf(level)
}
