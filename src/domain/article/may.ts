import type { Actor, Role } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { NewsVerb } from './command.ts'

const writing = ['article.read', 'series.open', 'article.write', 'article.revise', 'article.offer'] as const
const releasing = ['article.release', 'article.correct', 'article.withdraw', 'article.comments'] as const

const all = (role: Role): readonly UnitGrant<NewsVerb>[] =>
  [...writing, ...releasing].map((verb) => ({ role, verb, reach: 'own' }))

/**
 * Who writes and releases: editor and head of the union whose paper it is; that two persons do it is the decider's rule. The
 * head of a union above may take off what a union below published: that harms nobody and must not wait.
 */
export const newsGrants: readonly UnitGrant<NewsVerb>[] = [
  ...all('editor'),
  ...all('head'),
  { role: 'head', verb: 'article.withdraw', reach: 'subtree' },
]

/**
 * Whether the actor may use the verb on what a union publishes.
 * @param path the union with its ancestors, itself first; empty when no such union is in force
 */
export function mayPublish(actor: Actor, verb: NewsVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(newsGrants, actor, verb, path)
}

/** The verbs the actor may use there. */
export function newsVerbs(actor: Actor, path: readonly number[]): readonly NewsVerb[] {
  return verbsAtUnit(newsGrants, actor, path)
}
