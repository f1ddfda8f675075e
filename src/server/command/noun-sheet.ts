import { makeId, realmOfId } from '../../domain/id.ts'
import type { SheetCommand, TakeSheet } from '../../domain/sheet/command.ts'
import { type AskedOfSheet, decide, takeSheet } from '../../domain/sheet/decide.ts'
import { evolve, type RecordedSheetEvent } from '../../domain/sheet/evolve.ts'
import { mayOnSheet } from '../../domain/sheet/may.ts'
import type { SheetState } from '../../domain/sheet/state.ts'
import { Fault } from '../fault.ts'
import { readTable } from '../gateway/sheet.ts'
import { projectSheet } from '../projection/sheet.ts'
import { randomTake } from '../random.ts'
import { lineFacts, malformed, mustBeOfRealm, unitOf } from './line-facts.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'

/** Tables that were asked for 来表: one stream each. */
export const sheetNoun: Noun = {
  name: 'sheet',
  streams: (asked) => (asked.kind === 'sheet.take' ? [] : [asked.body.sheet]),
  evolve: (state, event) => evolve(state as SheetState | null, event as unknown as RecordedSheetEvent),
  project: projectSheet,
  decide: (asked, desk) => (asked.kind === 'sheet.take' ? take(asked, desk) : decideOn(asked, desk)),
}

async function take(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: 'sheet.take', ...asked.body } as TakeSheet
  const unit = await unitOf(command.unit, desk)
  const path = unit?.path ?? []
  // Nobody makes the server read a file who may not hand one in.
  const form = mayOnSheet(asked.actor, 'sheet.take', path) === 'yes' ? await formOf(command.file) : 'csv'
  const decision = malformed(takeSheet(command, { ...lineFacts(asked.actor, desk), path, form }))
  mustBeOfRealm(unit, desk)
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  return { stream, noun: 'sheet', subject: stream, decision }
}

async function formOf(file: string) {
  const read = await readTable(Buffer.from(file, 'base64'))
  return 'fault' in read ? read : read.kind
}

async function decideOn(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: asked.kind, ...asked.body } as Exclude<SheetCommand, TakeSheet>
  const { sheet } = command
  if (realmOfId(sheet) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(sheet, 'sheet') as SheetState | null
  if (!state) throw new Fault(404, 'not-found')
  const facts = lineFacts(asked.actor, desk)
  const decision = decide(state, { kind: command.kind, command, facts } as AskedOfSheet)
  return { stream: sheet, noun: 'sheet', subject: sheet, decision: malformed(decision) }
}
