import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Dress } from '../../../web/door/dress.ts'
import type { FieldError } from '../../../web/door/field.ts'
import { raisePage } from '../../../web/door/raise.ts'
import { blankRaise, type PostedForm, posted, type RaiseFields, readRaise } from '../../../web/door/raise-form.ts'
import { employerField, placeField } from '../../../web/door/raise-place.ts'
import { receiptPage } from '../../../web/door/receipt.ts'
import type { ServerContext } from '../../context.ts'
import { mustBeOwnOrigin } from '../session/own-page.ts'
import { newNonce } from './once.ts'
import { lookUpEmployers, lookUpPlaces, lookUpUnion } from './places.ts'
import { lookingUp, lookUp, type Step } from './raise-look-up.ts'
import { submitRaise } from './raise-submit.ts'
import { replyPage } from './reply-page.ts'

type DressOf = (request: FastifyRequest) => Dress

/**
 * `GET /raise?region=…` or `?union=…`: the form; either may come from a QR code and is kept nowhere. `POST /raise`: one step
 * of the form, or the submission, answered with the receipt itself: sent again within the hour it is the same receipt.
 * `POST /raise/part`: the fields of place or employer alone, for a page that looks up without being sent as a whole; what
 * happened is not sent along, and nothing stands in an address.
 */
export function raiseRoutes(app: FastifyInstance, context: ServerContext, dressOf: DressOf): void {
  app.get<{ Querystring: { region?: unknown; union?: unknown } }>('/raise', async (request, reply) => {
    const { reader } = context.db
    const union = await lookUpUnion(reader, request.query.union)
    const region = union?.region ?? (typeof request.query.region === 'string' ? request.query.region : '')
    const places = await lookUpPlaces(reader, region, null)
    const blank = blankRaise(newNonce(context.clock.now().getTime()), places.chosen?.code)
    const fields = { ...blank, ...union?.employer }
    const employers = fields.employer === '' ? null : await lookUpEmployers(reader, fields.region, fields.employerName)
    return replyPage(
      reply,
      raisePage(dressOf(request), {
        ...{ fields, places, employers, agencies: null, errors: [] },
        ...{ union: union?.name, fresh: true },
      }),
    )
  })

  app.post<{ Body: PostedForm | undefined }>('/raise/part', { bodyLimit: 16 * 1024 }, async (request, reply) => {
    mustBeOwnOrigin(request, context.config.publicUrl)
    const form = request.body ?? {}
    const dress = dressOf(request)
    const step = lookingUp.find((each) => each === posted(form, 'do')) ?? 'list-place'
    const { fields, errors, ...found } = await lookUp(context, dress, readRaise(form), step, [])
    const part = /employer|agency/.test(step)
      ? employerField(dress, fields, found, errors)
      : placeField(dress, fields, found.places, errors)
    return replyPage(reply, part)
  })

  app.post<{ Body: PostedForm | undefined }>('/raise', { bodyLimit: 256 * 1024 }, async (request, reply) => {
    mustBeOwnOrigin(request, context.config.publicUrl)
    const form = request.body ?? {}
    const fields = readRaise(form)
    const dress = dressOf(request)
    const step = stepOf(form, fields)
    if (step !== 'submit') return show(context, dress, fields, step, [], reply)
    const site = context.config.publicUrl ?? `${request.protocol}://${request.host}`
    const done = await submitRaise(context, dress, fields, site)
    return 'receipt' in done
      ? replyPage(reply, receiptPage(dress, done.receipt))
      : show(context, dress, done.fields, step, done.wrong, reply)
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
  const looked = await lookUp(context, dress, fields, step, errors)
  // A form that is not taken is not a failure of the request, but a program must see that nothing was stored.
  return replyPage(reply, raisePage(dress, looked), step === 'submit' ? 422 : 200)
}
