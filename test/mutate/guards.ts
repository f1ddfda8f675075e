import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Guard } from './guard.ts'
import { lawGuards } from './law-guards.ts'
import { loopGuards } from './loop-guards.ts'
import { officeGuards } from './office-guards.ts'

// Breaks one guard after the other, in a copy of the sources, and sees that a test goes red for each. By hand:
//   node test/mutate/guards.ts [core: | office: | loop: | law: | part of a name or of a file]
// All of them take some ten minutes on two idle cores.
// A guard no test would miss is a defect of the tests; one that can no longer be found has moved: mend its line here.

const reach = ['test/property/reach']
const badInput = ['src/server/http/api/bad-input']
const alone = ['src/server/command/one-fails-alone']
const lives = ['src/domain/demand/life.property']

const guards: readonly Guard[] = [
  {
    name: 'blocked units see nothing',
    file: 'src/domain/reach.ts',
    find: "if (actor.kind !== 'staff' || target.blockedUnits.includes(actor.unit)) return false",
    instead: "if (actor.kind !== 'staff') return false",
    tests: lives,
  },
  {
    name: 'who sent it on keeps sight of it',
    file: 'src/domain/demand/target.ts',
    find: '[...holders, { holder: state.triage, duty: bits.sentOn }]',
    instead: 'holders',
    tests: lives,
  },
  {
    name: 'lists are as wide as the grants',
    file: 'src/domain/demand/target.ts',
    find: 'duty: bits.sentOn',
    instead: 'duty: 0',
    tests: reach,
  },
  {
    name: 'the policy of demand knows blocked units',
    file: 'db/migrations/0012_machines.sql',
    find: "\n    and not (nullif(current_setting('zh.unit', true), '')::integer = any (blocked_units))",
    instead: '',
    tests: reach,
  },
  {
    name: 'the policy of work knows whose own work it is',
    file: 'db/migrations/0012_machines.sql',
    find: " = 'own' and own <> 0",
    instead: " = 'own'",
    tests: reach,
  },
  {
    name: 'the second wall for writes',
    file: 'src/server/command/wall.ts',
    find: 'if (rows.length > 0) throw',
    instead: 'if (rows.length > 1000) throw',
    tests: alone,
  },
  {
    name: 'a command fails alone',
    file: 'src/server/command/handle.ts',
    find: 'else await this.#oneByOne(realm, batch)',
    instead: 'else for (const one of batch) this.#fail(one, error)',
    tests: alone,
  },
  {
    name: 'every statement before the commit',
    file: 'src/server/projection/table.ts',
    find: "    sent.push(\n      client.query({\n        name: 'put demands',",
    instead: "    await null\n    sent.push(\n      client.query({\n        name: 'put demands',",
    tests: alone,
  },
  {
    name: 'the same id with another body',
    file: 'src/server/command/batch.ts',
    find: 'return stored.body_mac.equals(mac)',
    instead: 'return stored.body_mac.length > 0',
    tests: badInput,
  },
  {
    name: 'what has moved on',
    file: 'src/server/command/batch.ts',
    find: 'one.basedOn < version',
    instead: 'one.basedOn < 0',
    tests: badInput,
  },
  {
    name: 'an unknown code is stored nowhere',
    file: 'src/server/command/batch.ts',
    find: 'if (spec.field) throw',
    instead: 'if (spec.field === code) throw',
    tests: badInput,
  },
  {
    name: 'a stream of another noun names nothing',
    file: 'src/server/command/batch.ts',
    find: 'return folded?.noun === noun ?',
    instead: 'return folded ?',
    tests: badInput,
  },
  {
    name: 'an id carries the realm of what it acts on',
    file: 'src/server/command/noun-demand.ts',
    find: 'if (realmOfId(command.demand) !== desk.realm) throw',
    instead: 'if (desk.realm === 0) throw',
    tests: badInput,
  },
  {
    name: 'an id carries a realm',
    file: 'src/protocol/shape.ts',
    find: "typeof text === 'string' && isId(text)",
    instead: "typeof text === 'string'",
    tests: badInput,
  },
  {
    name: 'a cursor is a day',
    file: 'src/server/view/demands.ts',
    find: ' || new Date(at).toISOString() !== at',
    instead: '',
    tests: badInput,
  },
  {
    name: 'a body of at most a megabyte',
    file: 'src/server/http/server.ts',
    find: 'const bodyLimit = 1024 * 1024',
    instead: 'const bodyLimit = 64 * 1024 * 1024',
    tests: badInput,
  },
  {
    name: 'a body in UTF-8',
    file: 'src/server/http/wire/body-parsers.ts',
    find: "new TextDecoder('utf-8', { fatal: true })",
    instead: "new TextDecoder('utf-8')",
    tests: badInput,
  },
  {
    name: 'no key twice',
    file: 'src/server/http/wire/strict-json.ts',
    find: 'if (level.keys.has(value)) return',
    instead: "if (level.keys.has('')) return",
    tests: ['src/server/http/wire'],
  },
  {
    name: 'the token of the own page',
    file: 'src/server/http/session/own-page.ts',
    find: "if (typeof given !== 'string' || !timingSafeEqual",
    instead: "if (given === 'x' && !timingSafeEqual",
    tests: ['src/server/http/session'],
  },
  {
    name: 'only the worker gives a verdict',
    file: 'src/domain/reach.ts',
    find: "grant(role, 'own', 'demand.answer', 'lead', 'signed', 'running'),",
    instead:
      "grant(role, 'own', 'demand.answer', 'lead', 'signed', 'running'),\n    grant(role, 'own', 'verdict.give'),",
    tests: ['src/domain'],
  },
  {
    name: 'the decider asks who gives it, too',
    file: 'src/domain/demand/claimant.ts',
    find: "if (facts.actor.kind !== 'claimant') return refused('verdict.workers-only')",
    instead: '',
    tests: ['src/domain/demand'],
  },
  {
    name: 'understood waits for met',
    file: 'src/domain/demand/seals.ts',
    find: "met === 'none' ? 'none' : understoodSeal(state)",
    instead: 'understoodSeal(state)',
    tests: lives,
  },
  {
    name: 'routing passes blocked units by',
    file: 'src/domain/routing.ts',
    find: 'candidates.filter((c) => !blocked.includes(c.unit))',
    instead: 'candidates',
    tests: lives,
  },
]
const groups = { core: guards, office: officeGuards, loop: loopGuards, law: lawGuards }

const root = path.resolve(import.meta.dirname, '../..')

/** A copy of what is tracked and what is new, so that nobody else's work is disturbed. */
function copy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-mutate-'))
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of listed.stdout.split('\0'))
    if (file !== '' && existsSync(path.join(root, file)))
      cpSync(path.join(root, file), path.join(folder, file), { recursive: true, force: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

/** Whether the tests are green; who asks first hears which are not. */
function run(folder: string, tests: readonly string[], minutes = 5, tell = false): boolean {
  const vitest = path.join(folder, 'node_modules/vitest/vitest.mjs')
  const asked = [vitest, 'run', '--bail=1', '--testTimeout=180000', ...new Set(tests)]
  const ran = spawnSync(process.execPath, asked, { cwd: folder, encoding: 'utf8', timeout: minutes * 60_000 })
  if (tell && ran.status !== 0) process.stderr.write(`${ran.error ?? ''}${ran.stderr}`)
  return ran.status === 0
}

/** `red` is what we want: a test noticed. */
function breakOne(folder: string, { file, find, instead, tests }: Guard): 'red' | 'GREEN' | 'NOT FOUND' {
  const at = path.join(folder, file)
  const whole = readFileSync(at, 'utf8')
  if (whole.split(find).length !== 2) return 'NOT FOUND'
  writeFileSync(
    at,
    whole.replace(find, () => instead),
  )
  try {
    return run(folder, tests) ? 'GREEN' : 'red'
  } finally {
    writeFileSync(at, whole)
  }
}

const folder = copy()
try {
  const wanted = Object.entries(groups).flatMap(([group, list]) =>
    list.filter(({ name, file }) => `${group}: ${name} ${file}`.includes(process.argv[2] ?? '')),
  )
  // What is red before anything is broken proves nothing.
  if (
    !run(
      folder,
      wanted.flatMap(({ tests }) => tests),
      30,
      true,
    )
  )
    throw new Error('the tests are red as they are')
  const missed = wanted.filter((guard) => {
    const seen = breakOne(folder, guard)
    process.stdout.write(`${seen.padEnd(10)}${guard.name.padEnd(50)}${guard.file}\n`)
    return seen !== 'red'
  })
  process.stdout.write(`${wanted.length - missed.length} of ${wanted.length} guards are missed when they are gone\n`)
  process.exitCode = missed.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
