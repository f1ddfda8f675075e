/** Events of a course. */
export type CourseEvent =
  | { readonly kind: 'CourseOffered'; readonly body: CourseOffered }
  | { readonly kind: 'CourseChanged'; readonly body: CourseChanged }
  | { readonly kind: 'CourseRetired'; readonly body: Readonly<Record<string, never>> }

/** A course of a unit; `path`: the unit and all above, itself first. */
export type CourseOffered = {
  readonly unit: number
  readonly path: readonly number[]
  readonly level: string
  readonly title: string
  readonly hours: number
  readonly tags: readonly string[]
  readonly laws: readonly string[]
  readonly exam: boolean
}

/** What is different for classes planned from now on; what is left out stays. */
export type CourseChanged = Partial<Pick<CourseOffered, 'title' | 'tags' | 'laws'>>
