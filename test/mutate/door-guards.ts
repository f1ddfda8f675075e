import type { Guard } from './guard.ts'

const part = ['src/server/http/door/raise-part.pg.test.ts']
const sending = ['src/server/notice/send-due.pg.test.ts']

/** What the worker's door and whoever writes to a worker hold back, one line each. */
export const doorGuards: readonly Guard[] = [
  {
    name: 'wishes: who wants neither calls nor texts gets none',
    file: 'src/server/notice/recipient.ts',
    find: "if (wishes?.how === 'none') return 'not-wanted'",
    instead: '',
    tests: sending,
  },
  {
    name: 'wishes: no text outside the safe hours',
    file: 'src/server/notice/recipient.ts',
    find: 'nextSafe(now, wishes ?? {})',
    instead: 'nextSafe(now, {})',
    tests: sending,
  },
  {
    name: 'wishes: shown to who calls',
    file: 'src/server/view/call.ts',
    find: "checkWord: rows[0]?.check_word ?? '', wishes }",
    instead: "checkWord: rows[0]?.check_word ?? '', wishes: null }",
    tests: ['src/server/view/loop-views.pg.test.ts'],
  },
  {
    name: 'raise: no look-up for a page of another site',
    file: 'src/server/http/door/raise-routes.ts',
    find: `mustBeOwnOrigin(request, context.config.publicUrl)
    const form = request.body ?? {}
    const dress = dressOf(request)
    const step = lookingUp`,
    instead: `const form = request.body ?? {}
    const dress = dressOf(request)
    const step = lookingUp`,
    tests: part,
  },
  {
    name: 'raise: the code of a union that is no more fills in nothing',
    file: 'src/server/http/door/places.ts',
    find: 'where u.id = $1 and u.valid_to is null',
    instead: 'where u.id = $1',
    tests: part,
  },
]
