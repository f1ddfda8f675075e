/** Where a visit goes, by the list of codes, never by position: a contact point, an enterprise, or a region (§4 rule 10). */
export type Spot = {
  readonly place?: string | undefined
  readonly employer?: number | undefined
  readonly region?: string | undefined
}

/** An opinion 意见 heard: the theme is a code, the sentence is sealed. */
export type Opinion = { readonly theme: string; readonly text: string }
/** What was explained 释疑解惑: a leaf of the taxonomy or a policy card, one of the two. */
export type Explanation = { readonly topic?: string | undefined; readonly policy?: string | undefined }
/** What was done on the spot; the sentence is sealed. */
export type SpotDeed = { readonly deed: string; readonly text: string }
/** What comes next, by when (`on`, a local day). */
export type NextStep = { readonly text: string; readonly on?: string | undefined }

/** What is told of a visit, plain; whatever a person said is sealed by the pipeline. */
export type VisitTold = {
  readonly kind: string
  /** Instants, ISO 8601 with an offset. */
  readonly startedAt: string
  readonly endedAt?: string | undefined
  /** Posts that went; the recording one where left out. */
  readonly team?: readonly number[] | undefined
  /** How many people were met. No names. */
  readonly met: number
  readonly opinions: readonly Opinion[]
  readonly explanations: readonly Explanation[]
  readonly deeds: readonly SpotDeed[]
  readonly nextStep?: NextStep | undefined
}

/** Body of `visit.plan`: who goes where on which local day. */
export type PlanVisit = Spot & { readonly unit: number; readonly on: string; readonly post: number }
/** Body of `visit.drop`: a planned visit is not paid; `reason` a code of rules/visits.yaml. */
export type DropVisit = { readonly visit: string; readonly reason: string }
/** Body of `visit.record`. `madeAt`: when the phone took it, which for what was recorded without a signal is earlier. */
export type RecordVisit = VisitTold &
  Spot & { readonly unit: number; readonly plan?: string | undefined; readonly madeAt?: string | undefined }
/** Body of `visit.correct`: what is given takes the place of what was told; `reason` is sealed. */
export type CorrectVisit = { readonly visit: string; readonly reason: string } & {
  readonly [K in keyof VisitTold]?: VisitTold[K] | undefined
}

/** Bodies of the commands on visits, by kind. They stand apart from the kind because a visit has a `kind` of its own. */
export type VisitBodies = {
  readonly 'visit.plan': PlanVisit
  readonly 'visit.drop': DropVisit
  readonly 'visit.record': RecordVisit
  readonly 'visit.correct': CorrectVisit
}

/** Verbs on visits: the kinds of the commands, reading the list, and opening what was said. */
export type VisitVerb = keyof VisitBodies | 'visit.read' | 'visit.open'
