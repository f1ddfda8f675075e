import type { PlanGroup } from '../training/seat.ts'

/** Commands on training plans 训练计划. Days are YYYY-MM-DD, both included. */
export type PlanCommand =
  | {
      readonly kind: 'plan.open'
      readonly unit: number
      readonly title: string
      readonly fromOn: string
      readonly toOn: string
      /** The plan it succeeds: 2011–2015 was the first. */
      readonly follows?: string | undefined
      readonly groups: readonly PlanGroup[]
      /** The plan's own words about whom it wants to reach; nothing is measured against them. */
      readonly aim?: string | undefined
    }
  | {
      readonly kind: 'plan.change'
      readonly plan: string
      readonly title?: string | undefined
      readonly toOn?: string | undefined
      readonly groups?: readonly PlanGroup[] | undefined
      readonly aim?: string | undefined
    }
  | { readonly kind: 'plan.close'; readonly plan: string }
