import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkDirections } from './direction.ts'
import { expectNone } from './expect-none.ts'
import { root, sourceFile, sourceFiles } from './source-file.ts'

const files = sourceFiles('src')

it('lets imports run one way, having looked at every module on disk', () => {
  const onDisk = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const report = checkDirections(files)
  expect(report.modules).toBe(onDisk.filter((each) => /\.tsx?$/.test(each)).length)
  expect(report.modules).toBeGreaterThan(0)
  expect(report.edges).toBeGreaterThan(0)
  expectNone(report.findings)
})

it('finds no import that leads nowhere', () => {
  const known = new Set(files.map((each) => each.path))
  const own = files.flatMap((file) =>
    file.imports.filter((each) => each.from.startsWith('.')).map((each) => ({ file, each })),
  )
  expect(own.length).toBeGreaterThan(0)
  const lost = own.filter(({ file, each }) => {
    const target = path.posix.join(path.posix.dirname(file.path), each.from)
    return /^src\/.*\.tsx?$/.test(target) && !known.has(target)
  })
  expectNone(lost.map(({ file, each }) => ({ path: file.path, line: each.line, what: `imports ${each.from}` })))
})

describe('sees red', () => {
  const bad: [file: string, code: string][] = [
    ['src/domain/a.ts', "import { readFileSync } from 'node:fs'"],
    ['src/domain/a.ts', "import { b } from '../protocol/b.ts'"],
    ['src/domain/demand/a.ts', "export * from '../../server/clock.ts'"],
    ['src/domain/a.ts', "type B = import('../web/desk/b.ts').B"],
    ['src/protocol/a.ts', "import * as z from 'zod'"],
    ['src/protocol/a.ts', "import { b } from '../server/ledger/b.ts'"],
    ['src/server/clock.ts', "import { b } from './http/b.ts'"],
    ['src/server/region/load.ts', "import type { InstallStep } from '../install.ts'"],
    ['src/server/ledger/a.ts', "import { b } from '../command/b.ts'"],
    ['src/server/view/a.ts', "const b = await import('../http/b.ts')"],
    ['src/server/command/a.ts', "export { b } from '../http/b.ts'"],
    ['src/server/http/a.ts', "import { b } from '../../web/door/b.ts'"],
    ['src/server/http/a.ts', "import { useState } from 'react'"],
    ['src/web/desk/a.ts', "import type { B } from '../../server/view/b.ts'"],
    ['src/web/desk/a.ts', "import { b } from '../door/b.ts'"],
    ['src/web/door/a.ts', "import { b } from '../field/b.ts'"],
    ['src/web/kit/a.ts', "import { b } from '../desk/b.ts'"],
    ['src/web/desk/a.tsx', "import { Button } from 'react-aria-components'"],
    ['src/web/desk/a.ts', "import os from 'node:os'"],
    ['src/somewhere/a.ts', 'export const b = 1'],
    ['src/server/http/a.ts', "import { b } from '../../../bench/b.ts'"],
  ]
  it.each(bad)('%s: %s', (file, code) => {
    expect(checkDirections([sourceFile(file, code)]).findings).toHaveLength(1)
  })

  it('and nothing in what is allowed', () => {
    const good: [file: string, code: string][] = [
      ['src/domain/demand/a.ts', "import { b } from '../b.ts'"],
      ['src/protocol/a.ts', "import * as z from 'zod/mini'; import { b } from '../domain/b.ts'"],
      ['src/server/http/a.ts', "import { b } from '../command/b.ts'; import fastify from 'fastify'"],
      [
        'src/web/desk/a.tsx',
        "import { b } from '../kit/b.tsx'; import { useState } from 'react'; import '../kit/look.css'",
      ],
      ['src/web/kit/a.tsx', "import { Button } from 'react-aria-components'"],
      ['src/server/http/door/a.ts', "import { b } from '../../../web/door/b.ts'"],
      ['src/server/region/install-regions.ts', "import type { InstallStep } from '../install.ts'"],
      ['src/server/ledger/a.pg.test.ts', "import { freshDatabase } from '../../../test/kit/postgres.ts'"],
    ]
    const report = checkDirections(good.map(([file, code]) => sourceFile(file, code)))
    expectNone(report.findings)
    expect(report.edges).toBe(12)
  })
})
