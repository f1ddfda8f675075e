/** `account.create`: a new person who signs in. The stream is made by this command. */
export type CreateAccount = { readonly kind: 'account.create'; readonly account: string; readonly unit: number }

/** `post.hand-over`: the post `post` of `account` goes on as a post of the account `to`, at the same instant. */
export type HandOverPost = {
  readonly kind: 'post.hand-over'
  readonly account: string
  readonly post: number
  readonly to: string
}

/** Commands on an account that exists. `account` is its id, `post` the number of a post. */
export type AccountCommand =
  | CreateAccount
  | {
      readonly kind: 'post.grant'
      readonly account: string
      readonly unit: number
      readonly section?: string | undefined
      readonly role: string
      readonly fullTime: boolean
    }
  | { readonly kind: 'post.end'; readonly account: string; readonly post: number }
  | HandOverPost
  | { readonly kind: 'account.disable'; readonly account: string }
  | { readonly kind: 'account.reset'; readonly account: string }

/** Verbs on accounts: the kinds of the commands. */
export type AccountVerb = AccountCommand['kind']
