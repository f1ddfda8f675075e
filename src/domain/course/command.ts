/** Commands on courses. `hours` in 学时, halves allowed; `tags` by rules/training.yaml. */
export type CourseCommand =
  | {
      readonly kind: 'course.offer'
      readonly unit: number
      readonly title: string
      readonly hours: number
      readonly tags: readonly string[]
      /** Versions of law it teaches, as text. */
      readonly laws?: readonly string[] | undefined
      /** It is passed by an examination, not by having been there. */
      readonly exam?: boolean | undefined
    }
  | {
      readonly kind: 'course.change'
      readonly course: string
      readonly title?: string | undefined
      readonly tags?: readonly string[] | undefined
      readonly laws?: readonly string[] | undefined
    }
  | { readonly kind: 'course.retire'; readonly course: string }
