import type { Options } from 'mdast-util-from-markdown'

type Extension = NonNullable<Options['extensions']>[number]
type OneExtension = Extract<Extension, { text?: unknown }>
type Construct = Extract<NonNullable<OneExtension['text']>[string], { tokenize: unknown }>
type Code = Parameters<ReturnType<Construct['tokenize']>>[0]
type Context = ThisParameterType<Construct['tokenize']>

const star = 42
const opening = /[\p{Ps}\p{Pi}]/u
const closing = /[\p{Pe}\p{Pf}\p{Po}]/u
// Half of a character outside the basic plane is, in our texts, of a rare name.
const letter = /[\p{L}\p{N}\p{Cs}]/u

/**
 * Marks of emphasis as they are written beside Chinese: `**“甲”**乙` and `甲**《乙》**丙`. CommonMark wants a blank there, which
 * Chinese does not have, and would print the marks. Only what can be nothing else: behind the opening mark stands an opening
 * sign, before the closing mark a closing one, and a letter on the other side. A star that calls for a note (`甲*、乙*`) stays,
 * and so does a formula (`2**(3)`).
 */
export const marksBesideChinese: OneExtension = {
  text: {
    [star]: {
      name: 'marksBesideChinese',
      resolveAll: (events, context) => usual(context).resolveAll?.(events, context) ?? events,
      tokenize(effects, ok, nok) {
        const before = this.previous
        let run: ReturnType<typeof effects.exit> | undefined
        const exit: typeof effects.exit = (type) => {
          run = effects.exit(type)
          return run
        }
        return usual(this).tokenize.call(
          this,
          { ...effects, exit },
          (after) => {
            if (run && (isChinese(before) || isChinese(after))) {
              if (is(after, opening) && is(before, letter)) run._open = true
              if (is(before, closing) && is(after, letter)) run._close = true
            }
            return ok(after)
          },
          nok,
        )
      },
    },
  },
}

/** What CommonMark makes of a star. */
function usual({ parser }: Context): Construct {
  const found = [parser.constructs.text?.[star] ?? []].flat().find(({ name }) => name === 'attention')
  if (!found) throw new Error('Markdown is read without marks of emphasis')
  return found
}

function is(code: Code, kind: RegExp): boolean {
  return code !== null && code > 0 && kind.test(String.fromCharCode(code))
}

function isChinese(code: Code): boolean {
  return code !== null && code > 0x7f
}
