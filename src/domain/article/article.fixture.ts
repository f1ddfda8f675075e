import type { Actor } from '../actor.ts'
import type { ContentRef } from '../decision.ts'
import type { Block, Words } from './block.ts'
import { type AskedOfArticle, decide } from './decide.ts'
import type { ArticleEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { ReleaseFacts } from './facts.ts'
import type { ArticleState } from './state.ts'

/** Who writes. */
export const writer = person('writer', 1, 'editor')
/** Who else of the paper releases. */
export const second = person('second', 1, 'editor')
/** An editor of another union. */
export const stranger = person('stranger', 9, 'editor')

function person(account: string, unit: number, role: 'editor' | 'head'): Actor {
  return { kind: 'staff', account, post: 1, unit, section: null, role }
}

/** Blocks that tell of nobody. */
export const plain: readonly Block[] = [{ kind: 'paragraph', text: '2012年，工会到了厂里。' }]
/** Blocks of which one tells of a worker. */
export const ofWorker: readonly Block[] = [...plain, { kind: 'paragraph', text: '林师傅说，钱拿到了。', person: true }]

const words = (blocks: readonly Block[], title: string): Words => ({ title, blocks })
const head = { author: '江湾工会报', source: '江湾区总工会', topics: [] }

/** A text to write, of nobody or of a worker. */
export function text(blocks = plain, more: object = {}) {
  return { ...head, title: '扎根群众', blocks, tells: 'nobody' as const, ...more }
}

/** Sends commands one after another, as the pipeline would; gives the state, the last outcome and the words of the last text. */
export function life() {
  let state: ArticleState | null = null
  let last: Words | null = null
  let n = 0
  const refOf = (): ContentRef => ({ id: String(n), part: 'text', commitment: '' })
  return {
    get state() {
      return state as ArticleState
    },
    get words() {
      return last as Words
    },
    /** @returns kinds of the events, or the code of the refusal */
    send(actor: Actor, command: AskedOfArticle['command'], more: Partial<ReleaseFacts> = {}): string {
      const facts: ReleaseFacts = {
        ...{ actor, unit: { unit: 1, path: [1, 0], realm: 1 }, seriesKnown: true, topicUnknown: null },
        ...{
          measureUnknown: null,
          reasonKnown: true,
          commentsAllowed: true,
          words: last,
          findings: [],
          consent: null,
          named: [],
          frozen: {},
          ...more,
        },
      }
      const decision = decide(state, { kind: command.kind, command, facts } as AskedOfArticle)
      if ('refused' in decision) return decision.refused.code
      for (const draft of decision.accepted) {
        n += 1
        if ('seal' in draft && draft.seal?.words) last = JSON.parse(draft.seal.words.value) as Words
        const body = { ...draft.body, ...('seal' in draft ? { content: { words: refOf() } } : {}) }
        const at = `2026-06-15T0${n}:00:00Z`
        state = evolve(state, { kind: draft.kind, body, at, stream: 'a' } as ArticleEvent & {
          at: string
          stream: string
        })
      }
      return decision.accepted.map(({ kind }) => kind).join(' ')
    },
    written: words,
  }
}
