/** A unit's own stage or contact point under a clause. `clause` counts from 1; days local, YYYY-MM-DD. */
export type BriefPart = {
  readonly clause: number
  readonly text: string
  readonly fromOn: string
  readonly toOn: string
}

/** Commands on the brief that a unit has of a directive. Directive and unit name its stream. */
export type BriefCommand =
  | {
      /** The server's own: it has read the directive and the unit. */
      readonly kind: 'brief.deliver'
      readonly directive: string
      readonly unit: number
      readonly path: readonly number[]
      readonly clauses: number
    }
  | { readonly kind: 'brief.receive'; readonly directive: string; readonly unit: number }
  | { readonly kind: 'brief.plan'; readonly directive: string; readonly unit: number; readonly text: string }
  | {
      readonly kind: 'brief.decompose'
      readonly directive: string
      readonly unit: number
      readonly parts: readonly BriefPart[]
    }

/** Verbs on a brief: the kinds of the commands of people. */
export type BriefVerb = Exclude<BriefCommand['kind'], 'brief.deliver'>
