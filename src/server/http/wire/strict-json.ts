/** Why a text is no JSON we take, and where. */
export type JsonFlaw = {
  readonly flaw: 'syntax' | 'deep' | 'repeated-key' | 'forbidden-key' | 'character'
  readonly field: string
}

const maxDepth = 32

/** Names by which a key could change an object's making instead of its content. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Parses JSON that means the same to every reader: no key twice (readers differ in which they keep), no prototype keys,
 * not deeper than 32, and no character PostgreSQL cannot store (NUL, half of a surrogate pair).
 */
export function parseStrictJson(text: string): { readonly value: unknown } | JsonFlaw {
  const flaw = scan(text)
  if (flaw) return flaw
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { flaw: 'syntax', field: '' }
  }
}

type Level = { readonly keys: Set<string> | undefined; at: string; wantsKey: boolean }

/** Looks at brackets and strings only; what else is wrong JSON.parse will say. */
function scan(text: string): JsonFlaw | undefined {
  const levels: Level[] = []
  const field = () => levels.map((each) => each.at).join('.')
  for (let index = 0; index < text.length; index += 1) {
    const level = levels.at(-1)
    switch (text[index]) {
      case '{':
      case '[': {
        const isObject = text[index] === '{'
        if (levels.length === maxDepth) return { flaw: 'deep', field: field() }
        levels.push({ keys: isObject ? new Set() : undefined, at: isObject ? '' : '0', wantsKey: isObject })
        break
      }
      case '}':
      case ']':
        levels.pop()
        break
      case ',':
        if (level?.keys) level.wantsKey = true
        else if (level) level.at = String(Number(level.at) + 1)
        break
      case '"': {
        const end = endOfString(text, index)
        const value = readString(text.slice(index, end))
        if (value === undefined) return { flaw: 'syntax', field: field() }
        index = end - 1
        if (level?.keys && level.wantsKey) {
          level.at = value.slice(0, 64)
          if (level.keys.has(value)) return { flaw: 'repeated-key', field: field() }
          if (forbidden.has(value)) return { flaw: 'forbidden-key', field: field() }
          level.keys.add(value)
          level.wantsKey = false
        }
        if (!isStorable(value)) return { flaw: 'character', field: field() }
        break
      }
    }
  }
  return undefined
}

/** Whether PostgreSQL can hold the text as it is. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return Math.min(index + 1, text.length)
}

function readString(raw: string): string | undefined {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
