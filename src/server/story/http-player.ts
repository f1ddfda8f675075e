import type { ViewAnswer } from '../../protocol/view.ts'
import { choosePost } from './choose-post.ts'
import { type Names, named, type Person, type Receipt } from './names.ts'

/** What came back: status and the JSON of the body. */
export type Answer = { readonly status: number; readonly body: unknown }

/** Who sends a request: a person of the union in a post, the holder of a receipt, or nobody in particular. */
export type Sender = { readonly headers: Readonly<Record<string, string>> }

type Me = ViewAnswer<'me'>
type SignedIn = { readonly cookie: string; readonly csrf: string; me: Me | null }

/** Speaks to a site as browsers and phones do: by its public HTTP API and nothing else. */
export class HttpPlayer {
  readonly #url: string
  readonly #names: Names
  readonly #password: string
  readonly #signedIn = new Map<string, SignedIn>()

  constructor(url: string, names: Names, password: string) {
    this.#url = url
    this.#names = names
    this.#password = password
  }

  /** @param from address the request is to come from, as a trusted proxy would say it */
  async ask(method: 'GET' | 'POST', path: string, sender: Sender, body?: unknown, from?: string): Promise<Answer> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { accept: 'application/json', ...json, ...sender.headers, ...(from ? { 'x-forwarded-for': from } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }

  /** Nobody in particular. */
  anyone(): Sender {
    return { headers: {} }
  }

  /** The holder of a receipt. */
  holder({ number, code }: Pick<Receipt, 'number' | 'code'>): Sender {
    return { headers: { authorization: `Receipt ${number} ${code}` } }
  }

  /**
   * A person of the cast, acting in the post wished for (`role` or `unit/role`), else in the first of theirs that may use
   * the verb at all.
   */
  async person(id: string, verb: string, post?: string): Promise<Sender> {
    const signedIn = await this.#signIn(named('person', this.#names.people, id))
    // Whoever does not get in, or was put out, asks as they are: what the product answers is for the story to expect.
    if (!signedIn) return this.anyone()
    signedIn.me ??= await this.#me(signedIn)
    const { me } = signedIn
    if (!me) return sender(signedIn)
    const unitCalled = (name: string) => named('unit', this.#names.units, name)
    const chosen = choosePost(me.posts, verb, post, unitCalled)
    if (chosen && chosen.post !== me.acting) {
      await this.ask('POST', '/api/session/post', sender(signedIn), { post: chosen.post })
      signedIn.me = { ...me, acting: chosen.post }
    }
    return sender(signedIn)
  }

  /** Posts may have changed: look again who is who. */
  forgetPosts(): void {
    for (const each of this.#signedIn.values()) each.me = null
  }

  async #me(signedIn: SignedIn): Promise<Me | null> {
    const { status, body } = await this.ask('GET', '/api/view/me', sender(signedIn))
    return status === 200 ? (body as Me) : null
  }

  async #signIn(person: Person): Promise<SignedIn | null> {
    const known = this.#signedIn.get(person.login)
    if (known) return known
    const response = await fetch(`${this.#url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: person.login, password: this.#password }),
    })
    if (response.status !== 200) return null
    const { csrf } = (await response.json()) as { csrf: string }
    const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const signedIn: SignedIn = { cookie, csrf, me: null }
    this.#signedIn.set(person.login, signedIn)
    return signedIn
  }
}

const sender = ({ cookie, csrf }: SignedIn): Sender => ({ headers: { cookie, 'x-csrf': csrf } })
