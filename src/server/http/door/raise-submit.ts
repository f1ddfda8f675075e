import { realmOfRegion } from '../../../domain/id.ts'
import { type CommandBody, commands } from '../../../protocol/command.ts'
import { givenOf } from '../../../web/door/contact-fields.ts'
import { type Dress, wordsOf } from '../../../web/door/dress.ts'
import type { FieldError } from '../../../web/door/field.ts'
import { checkRaise, personsOf, type RaiseFields, raisedText } from '../../../web/door/raise-form.ts'
import type { Places } from '../../../web/door/raise-place.ts'
import type { ReceiptView } from '../../../web/door/receipt.ts'
import { withReceipt } from '../../command/with-receipt.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { receiptFacts } from '../../view/receipt-facts.ts'
import { parse } from '../api/parse.ts'
import { commandId, newNonce } from './once.ts'
import { lookUpPlaces } from './places.ts'
import { receiptQr } from './qr.ts'

/** The receipt of what was taken, or the form again with what is wrong. */
export type Submission =
  | { readonly receipt: ReceiptView }
  | { readonly wrong: readonly FieldError[]; readonly fields: RaiseFields }

/** Submits a filled form; sent again within the hour it is the same demand and the same receipt. `site` is for the QR code. */
export async function submitRaise(
  context: ServerContext,
  dress: Dress,
  fields: RaiseFields,
  site: string,
): Promise<Submission> {
  const places = await lookUpPlaces(context.db.reader, fields.region, null)
  const errors = [...checkRaise(dress, fields), ...placeErrors(dress, fields, places)]
  if (errors.length > 0 || !places.chosen) return { wrong: errors, fields }
  const body = parse(commands['demand.raise'].body, bodyOf(dress, fields), '')
  const now = context.clock.now().getTime()
  const id = commandId(context.keys, fields.nonce, realmOfRegion(fields.region), 'demand.raise', body, now)
  if (!id)
    return {
      wrong: [{ id: 'text', text: wordsOf(dress).errors.stale }],
      fields: { ...fields, nonce: newNonce(now) },
    }
  const submitted = await raise(context, id, body)
  const outcome = 'refused' in submitted ? submitted : withReceipt(context.command, 'demand.raise', id, submitted)
  if ('refused' in outcome) return { wrong: [refusal(dress, outcome.refused.code)], fields }
  const { stream, number, code } = outcome.accepted
  const { next, fixed, lead, dueAt, checkWord } = await receiptFacts(
    { ...context.command, reader: context.db.reader },
    { kind: 'claimant', demand: stream, assisted: false },
  )
  return {
    receipt: {
      number: String(number),
      code: typeof code === 'string' ? code : null,
      checkWord,
      next: next && { what: next.what, unit: next.unit.name, at: next.at },
      leads: fixed && lead && dueAt ? { why: fixed, unit: lead.unit.name, dueAt } : null,
      now,
      qr: receiptQr(site, String(number)),
      again: Object.entries(fields),
    },
  }
}

/** The pipeline's answer; a fault of a code that is no longer in force reads like a refusal, beside its field. */
async function raise(context: ServerContext, id: string, body: CommandBody<'demand.raise'>) {
  try {
    return await context.pipeline.submit({ kind: 'public' }, { id, kind: 'demand.raise', body })
  } catch (error) {
    if (error instanceof Fault && (error.code.endsWith('.unknown') || error.code.startsWith('file.')))
      return { refused: { code: error.code } }
    throw error
  }
}

function bodyOf(dress: Dress, fields: RaiseFields): CommandBody<'demand.raise'> {
  const { mode, region, topic, danger } = fields
  const identity = givenOf(fields)
  const idOf = (which: 'employer' | 'agency') =>
    /^\d{1,9}$/.test(fields[which]) ? { [which]: Number(fields[which]) } : {}
  return {
    ...{
      region,
      channel: 'online',
      mode: mode === '' ? 'confidential' : mode,
      text: raisedText(dress, fields),
      persons: personsOf(fields) ?? 1,
    },
    ...(mode !== 'anonymous' && Object.keys(identity).length > 0 ? { identity } : {}),
    ...idOf('employer'),
    ...idOf('agency'),
    ...(topic ? { topicHint: topic } : {}),
    ...(danger ? { danger: true } : {}),
    ...(fields.files ? { files: fields.files.split(',') } : {}),
    ...(fields.groups ? { groups: fields.groups.split(',') } : {}),
  }
}

function placeErrors(dress: Dress, fields: RaiseFields, places: Places): FieldError[] {
  const words = wordsOf(dress).errors
  if (!places.chosen)
    return [
      {
        id: 'place',
        text:
          fields.region !== '' ? words.placeUnknown : fields.place.trim() === '' ? words.placeMissing : words.placePick,
      },
    ]
  return places.chosen.deep ? [] : [{ id: 'place', text: words.placeDeeper }]
}

const fieldOf: Readonly<Record<string, string>> = {
  'region.unknown': 'place',
  'routing.nobody': 'place',
  'topic.unknown': 'topic',
  'employer.unknown': 'employerName',
  'agency.unknown': 'agencyName',
  'group.unknown': 'groups',
}

function refusal(dress: Dress, code: string): FieldError {
  const { refused } = wordsOf(dress)
  return {
    id: fieldOf[code] ?? (code.startsWith('file.') ? 'files' : 'text'),
    text: Object.hasOwn(refused, code) ? refused[code as keyof typeof refused] : refused.other,
  }
}
