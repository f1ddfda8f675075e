import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { realmOfRegion } from '../../../domain/id.ts'
import { type CommandBody, commands } from '../../../protocol/command.ts'
import { type Dress, wordsOf } from '../../../web/door/dress.ts'
import type { FieldError } from '../../../web/door/field.ts'
import { raisePage } from '../../../web/door/raise.ts'
import {
  blankRaise,
  checkRaise,
  type PostedForm,
  personsOf,
  posted,
  type RaiseFields,
  raisedText,
  readRaise,
} from '../../../web/door/raise-form.ts'
import type { Places } from '../../../web/door/raise-place.ts'
import { receiptPage } from '../../../web/door/receipt.ts'
import { withReceipt } from '../../command/with-receipt.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { followView } from '../../view/follow.ts'
import { parse } from '../api/parse.ts'
import { mustBeOwnOrigin } from '../session/own-page.ts'
import { commandId, newNonce } from './once.ts'
import { lookUpEmployers, lookUpPlaces } from './places.ts'
import { receiptQr } from './qr.ts'
import { replyPage } from './reply-page.ts'

type DressOf = (request: FastifyRequest) => Dress
/** What a button of the form asks for. `enter` is the key: it looks up what was just typed, or submits. */
const lookingUp = [
  'look',
  'find-place',
  'browse-place',
  'next-place',
  'other-place',
  'find-employer',
  'find-agency',
] as const
type Step = 'submit' | (typeof lookingUp)[number]

/**
 * `GET /raise?region=…`: the form; a region may come from a QR code and is kept nowhere. `POST /raise`: one step of the
 * form, or the submission, answered with the receipt itself: sent again within the hour it is the same receipt.
 */
export function raiseRoutes(app: FastifyInstance, context: ServerContext, dressOf: DressOf): void {
  app.get<{ Querystring: { region?: unknown } }>('/raise', async (request, reply) => {
    const region = typeof request.query.region === 'string' ? request.query.region : ''
    const places = await lookUpPlaces(context.db.reader, region, null)
    const fields = blankRaise(newNonce(context.clock.now().getTime()), places.chosen?.code)
    return replyPage(
      reply,
      raisePage(dressOf(request), { fields, places, employers: null, agencies: null, errors: [] }),
    )
  })

  app.post<{ Body: PostedForm | undefined }>('/raise', { bodyLimit: 256 * 1024 }, async (request, reply) => {
    mustBeOwnOrigin(request, context.config.publicUrl)
    const form = request.body ?? {}
    const fields = readRaise(form)
    const step = stepOf(form, fields)
    return step === 'submit'
      ? submit(context, dressOf(request), fields, request, reply)
      : show(context, dressOf(request), fields, step, [], reply)
  })
}

function stepOf(form: PostedForm, fields: RaiseFields): Step {
  if (posted(form, 'again') !== '') return 'submit'
  const asked = posted(form, 'do')
  const known = lookingUp.find((each) => each === asked)
  if (known) return known
  return asked === 'enter' && fields.region === '' && fields.place.trim() !== '' ? 'find-place' : 'submit'
}

/** The form again, with everything typed, what was looked up, and what is wrong. */
async function show(
  context: ServerContext,
  dress: Dress,
  fields: RaiseFields,
  step: Step,
  errors: readonly FieldError[],
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { reader } = context.db
  const words = wordsOf(dress).errors
  const region = step === 'browse-place' ? '000000' : step === 'other-place' ? '' : fields.region
  const search = step === 'find-place' || (step === 'submit' && region === '') ? fields.place : null
  let places = await lookUpPlaces(reader, region, search)
  const only = places.found?.length === 1 ? places.found[0] : undefined
  if (only) places = await lookUpPlaces(reader, only.code, null)
  const employers =
    step === 'find-employer' || fields.employer !== ''
      ? await lookUpEmployers(reader, fields.region, fields.employerName)
      : null
  const agencies =
    step === 'find-agency' || fields.agency !== ''
      ? await lookUpEmployers(reader, fields.region, fields.agencyName, 'prefecture')
      : null
  const found: FieldError[] = [...errors]
  if (step === 'find-place' && places.found?.length === 0)
    found.push({ id: 'place', text: words.placeNothing(fields.place.trim()) })
  if (step === 'find-place' && fields.place.trim() === '') found.push({ id: 'place', text: words.placeMissing })
  if (step === 'find-employer' && employers === null && fields.employerName.trim() !== '')
    found.push({ id: 'employerName', text: words.employerPlace })
  if (step === 'find-agency' && agencies === null && fields.agencyName.trim() !== '')
    found.push({ id: 'agencyName', text: words.employerPlace })
  const shown = {
    ...fields,
    region: places.chosen?.code ?? '',
    nonce: fields.nonce || newNonce(context.clock.now().getTime()),
  }
  // A form that is not taken is not a failure of the request, but a program must see that nothing was stored.
  return replyPage(
    reply,
    raisePage(dress, { fields: shown, places, employers, agencies, errors: found }),
    step === 'submit' ? 422 : 200,
  )
}

async function submit(
  context: ServerContext,
  dress: Dress,
  fields: RaiseFields,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const places = await lookUpPlaces(context.db.reader, fields.region, null)
  const errors = [...checkRaise(dress, fields), ...placeErrors(dress, fields, places)]
  if (errors.length > 0 || !places.chosen) return show(context, dress, fields, 'submit', errors, reply)
  const body = parse(commands['demand.raise'].body, bodyOf(dress, fields), '')
  const now = context.clock.now().getTime()
  const id = commandId(context.keys, fields.nonce, realmOfRegion(fields.region), 'demand.raise', body, now)
  if (!id)
    return show(
      context,
      dress,
      { ...fields, nonce: newNonce(now) },
      'submit',
      [{ id: 'text', text: wordsOf(dress).errors.stale }],
      reply,
    )
  const submitted = await raise(context, id, body)
  const outcome = 'refused' in submitted ? submitted : withReceipt(context.command, 'demand.raise', id, submitted)
  if ('refused' in outcome) return show(context, dress, fields, 'submit', [refusal(dress, outcome.refused.code)], reply)
  const { stream, number, code } = outcome.accepted
  const follow = await followView(
    { ...context.command, reader: context.db.reader },
    { kind: 'claimant', demand: stream, assisted: false },
  )
  const { next, fixed, lead, dueAt } = follow.demand
  const site = context.config.publicUrl ?? `${request.protocol}://${request.host}`
  const view = {
    number: String(number),
    code: typeof code === 'string' ? code : null,
    checkWord: follow.checkWord,
    next: next && { what: next.what, unit: next.unit.name, at: next.at },
    leads: fixed && lead && dueAt ? { why: fixed, unit: lead.unit.name, dueAt } : null,
  }
  return replyPage(
    reply,
    receiptPage(dress, { ...view, now, qr: receiptQr(site, view.number), again: Object.entries(fields) }),
  )
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
  const given = Object.entries({
    name: fields.name.trim(),
    phone: fields.phone.trim(),
    reach: fields.reach.trim(),
  }).filter(([, value]) => value !== '')
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
    ...(mode !== 'anonymous' && given.length > 0 ? { identity: Object.fromEntries(given) } : {}),
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
