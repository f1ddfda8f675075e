/** Commands on a common issue 共性问题. `unit`, `employer` and `post` are integer ids, `issue` a stream, days YYYY-MM-DD. */
export type IssueCommand =
  | {
      readonly kind: 'issue.open'
      readonly unit: number
      /** Leaf of the taxonomy. */
      readonly topic: string
      /** Exactly one of the two: where it is. */
      readonly employer?: number | undefined
      readonly region?: string | undefined
      /** About the matter, never about persons: it stands plain and is read by all it reaches. */
      readonly title: string
    }
  | {
      readonly kind: 'issue.own'
      readonly issue: string
      readonly unit: number
      readonly post?: number | undefined
    }
  | {
      readonly kind: 'issue.plan'
      readonly issue: string
      readonly goal: string
      readonly text: string
      readonly until: string
    }
  | {
      readonly kind: 'issue.task'
      readonly issue: string
      readonly unit: number
      readonly what: string
      readonly until: string
    }
  | {
      readonly kind: 'issue.task-done'
      readonly issue: string
      readonly task: number
      readonly text?: string | undefined
    }
  | {
      readonly kind: 'issue.close'
      readonly issue: string
      /** Code of `closeReasons` in rules/issues.yaml. */
      readonly reason: string
      readonly text?: string | undefined
    }
  | { readonly kind: 'issue.reopen'; readonly issue: string; readonly text: string }

/** Verbs on a common issue: the kinds of the commands, reading it, and reading where one may be. */
export type IssueVerb = IssueCommand['kind'] | 'issue.read' | 'cluster.read'
