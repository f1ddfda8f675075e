import type { Pool } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { DeedKind, DeedRules } from '../../domain/deed/kind.ts'
import { mayOnDeed } from '../../domain/deed/may.ts'
import { realmOfId } from '../../domain/id.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { openPart } from '../vault/content.ts'
import type { Look } from '../vault/looked.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { deedRow, findDeed } from './deeds.ts'
import { reading } from './scope.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Sources = {
  readonly reader: Pool
  readonly writer: Pool
  readonly subjectKeys: SubjectKeys
  readonly look: Look
}

/**
 * One deed. Its texts are opened for those who do or sign for deeds of its unit; the names of beneficiaries for nobody: they
 * are kept for whoever has to account for the money, and no page needs them.
 */
export async function deedPage(sources: Sources, actor: Staff, id: string): Promise<ViewAnswer<'deed'>> {
  const { row, people, units } = await reading(sources.reader, actor, async (client) => {
    const found = await findDeed(client, id)
    if (!found || mayOnDeed(actor, 'deed.read', found.path) !== 'yes')
      throw new Fault(404, 'not-found', { field: 'deedId' })
    const accounts = [found.proposed_by, ...found.approvals.map(({ by }) => by)]
    const names = await client.query<{ id: string; name: string }>(
      'select id, name from account where id = any ($1::uuid[])',
      [accounts],
    )
    const signed = await client.query<{ id: number; name: string }>('select id, name from unit where id = any ($1)', [
      found.approvals.map(({ unit }) => unit),
    ])
    return {
      row: found,
      people: new Map(names.rows.map((each) => [each.id, each.name])),
      units: new Map(signed.rows.map((each) => [each.id, each.name])),
    }
  })
  const concerned = (['deed.propose', 'deed.approve'] as const).some(
    (verb) => mayOnDeed(actor, verb, row.path) === 'yes',
  )
  const texts = concerned ? await textsOf(sources, id) : new Map<string, string>()
  const surnames = texts.get('deed.surnames')
  return {
    deed: deedRow(row, actor),
    fields: row.own_fields,
    what: texts.get('deed.what') ?? null,
    evidence: texts.get('deed.evidence') ?? null,
    reason: texts.get('deed.refused') ?? texts.get('deed.ended') ?? null,
    surnames: surnames === undefined ? [] : JSON.parse(surnames),
    proposer: people.get(row.proposed_by) ?? null,
    approvals: row.approvals.map(({ by, unit, at }) => ({
      ...{ unit: { id: unit, name: units.get(unit) ?? '' }, person: people.get(by) ?? null, at },
    })),
  }
}

/** What was sealed of a deed, by its kind, the list of names left out; a read record of each part stands before it. */
async function textsOf({ writer, subjectKeys, look }: Sources, id: string): Promise<Map<string, string>> {
  const realm = realmOfId(id)
  const { rows } = await writer.query<{ part: 'text' | 'identity' }>(
    'select distinct part from content where realm = $1 and subject = $2',
    [realm, id],
  )
  const parts = new Set(rows.map(({ part }) => part))
  const ofText = parts.has('text') ? await look(id, 'text') : null
  const ofNames = parts.has('identity') ? await look(id, 'identity') : null
  const client = await writer.connect()
  try {
    const said = ofText ? await openPart(client, subjectKeys, realm, id, 'text', ofText) : new Map()
    const shown = ofNames ? await openPart(client, subjectKeys, realm, id, 'identity', ofNames) : new Map()
    const all = [...said.values(), ...shown.values()].filter(({ kind }) => kind !== 'deed.names')
    return new Map(all.map(({ kind, value }) => [kind, value]))
  } finally {
    client.release()
  }
}

/** Kinds with their fields, as a form needs them. */
export function deedKinds(kinds: readonly DeedKind[], rules: DeedRules): ViewAnswer<'deed-kinds'> {
  const told = ({ code, name }: { readonly code: string; readonly name: { zh: string; en: string } }) => ({
    ...{ code, zh: name.zh, en: name.en },
  })
  return {
    kinds: kinds.map((kind) => ({
      ...told(kind),
      notice: kind.notice,
      fields: kind.fields.map((field) => ({
        ...{ ...told(field), type: field.type, required: field.required },
        options: field.options.map(told),
      })),
    })),
    funds: rules.funds.map(told),
    noticeWorkingDays: rules.noticeWorkingDays,
    mostSlipsAtOnce: rules.mostSlipsAtOnce,
  }
}
