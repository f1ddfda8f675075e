import type { PlanGroup } from '../training/seat.ts'

/** Events of a training plan. */
export type PlanEvent =
  | { readonly kind: 'PlanOpened'; readonly body: PlanOpened }
  | { readonly kind: 'PlanChanged'; readonly body: PlanChanged }
  | { readonly kind: 'PlanClosed'; readonly body: { readonly on: string } }

/** A plan with its period and what each group has to meet; `path`: its unit and all above, itself first. */
export type PlanOpened = {
  readonly unit: number
  readonly path: readonly number[]
  readonly title: string
  readonly fromOn: string
  readonly toOn: string
  readonly follows: string | null
  readonly groups: readonly PlanGroup[]
  readonly aim: string | null
}

/** What is different from now on; what is left out stays. */
export type PlanChanged = Partial<Pick<PlanOpened, 'title' | 'toOn' | 'groups' | 'aim'>>
