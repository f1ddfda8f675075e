/** Who acts. A person of the union always acts in one post; a claimant by receipt and code; nobody needs an account to raise. */
export type Actor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly post: number
      readonly unit: number
      readonly section: string | null
      readonly role: Role
    }
  | {
      readonly kind: 'claimant'
      readonly demand: string
      /** True while staff could have seen the code: a verdict then counts as assisted (product law 2). */
      readonly assisted: boolean
      /** Whoever holds a slip 评价条 of a deed: `demand` is then the deed, and this the slip that was shown. */
      readonly slip?: { readonly side: 'workers' | 'enterprise'; readonly n: number }
    }
  | { readonly kind: 'public' }
  | { readonly kind: 'system' }
  | { readonly kind: 'operator' }

/**
 * Roles of a post (domain §3). What each may do stands in tables of grants: `reach.ts` for demands, one `may.ts` per other
 * noun. `organiser` works for a leading group, `trainer` plans courses, `editor` publishes: the last two open no case.
 */
export const roles = [
  'agent',
  'triage',
  'handler',
  'head',
  'organiser',
  'trainer',
  'editor',
  'custodian',
  'auditor',
  'admin',
] as const
/** One of `roles`. */
export type Role = (typeof roles)[number]

/** How an actor is written in the ledger: post and the unit it belonged to, never a name. */
export function actorText(actor: Actor): string {
  return actor.kind === 'staff' ? `post:${actor.post}@${actor.unit}` : actor.kind
}
