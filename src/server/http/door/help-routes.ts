import type { FastifyInstance, FastifyRequest } from 'fastify'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import { shownCards } from '../../../domain/knowledge/card.ts'
import { searchCards } from '../../../domain/knowledge/search.ts'
import { rulesAt } from '../../../domain/rules.ts'
import type { Dress } from '../../../web/door/dress.ts'
import { cardPage } from '../../../web/door/help/card-page.ts'
import { countOwed, owedKind } from '../../../web/door/help/count.ts'
import { helpIndex } from '../../../web/door/help/doors.ts'
import { limitsPage } from '../../../web/door/help/limits-page.ts'
import { evidencePage, wherePage } from '../../../web/door/help/lists.ts'
import { owedIndex, owedPage } from '../../../web/door/help/owed-page.ts'
import { paperDocument, paperFile, paperKind, readPaper } from '../../../web/door/help/paper.ts'
import { paperPage } from '../../../web/door/help/paper-page.ts'
import type { HelpDress } from '../../../web/door/help/told.ts'
import { type PostedForm, posted } from '../../../web/door/raise-form.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { mustBeOwnOrigin } from '../session/own-page.ts'
import { replyPage } from './reply-page.ts'

type Posted = { Body: PostedForm | undefined }
type Of<P> = { Params: P }

/**
 * `/help` and what is below it: reckoned, looked up and filled in. Nothing posted here is kept, logged or put in an address;
 * a phone that runs scripts posts nothing at all. 404 for a card that is none, or past its review.
 */
export function helpRoutes(
  app: FastifyInstance,
  context: ServerContext,
  dressed: (request: FastifyRequest) => Dress,
): void {
  const instant = () => context.clock.now().getTime()
  // The numbers and cards of today, not of the day the server was started.
  const dressNow = (request: FastifyRequest): HelpDress => ({
    ...dressed(request),
    rules: rulesAt(context.command.ruleSet, instant()),
  })
  const cards = (dress: HelpDress) => shownCards(dress.rules.cards, instant())
  /** A field of what was posted; and nothing where the form only changes language or edition. */
  const own = (request: FastifyRequest<Posted>) => {
    mustBeOwnOrigin(request, context.config.publicUrl)
    const form = request.body ?? {}
    return { of: (name: string) => posted(form, name), looks: posted(form, 'do') === 'look' }
  }
  const bodyLimit = 64 * 1024

  app.get('/help', async (request, reply) => {
    const dress = dressNow(request)
    return replyPage(reply, helpIndex(dress, cards(dress), null))
  })
  app.post<Posted>('/help', { bodyLimit }, async (request, reply) => {
    const dress = dressNow(request)
    const typed = own(request).of('q').slice(0, 100)
    const found = typed.trim() === '' ? null : { typed, cards: searchCards(cards(dress), typed) }
    return replyPage(reply, helpIndex(dress, cards(dress), found))
  })
  app.get<Of<{ code: string }>>('/help/card/:code', async (request, reply) => {
    const dress = dressNow(request)
    const card = cards(dress).find(({ code }) => code === request.params.code)
    if (!card) throw new Fault(404, 'not-found')
    return replyPage(reply, cardPage(dress, card))
  })
  app.get('/help/evidence', async (request, reply) => replyPage(reply, evidencePage(dressNow(request))))
  app.get('/help/where', async (request, reply) => replyPage(reply, wherePage(dressNow(request))))
  app.get('/help/owed', async (request, reply) => replyPage(reply, owedIndex(dressNow(request))))

  const today = () => localDateOf(instant())
  app.get<Of<{ kind: string }>>('/help/owed/:kind', async (request, reply) => {
    const first: Readonly<Record<string, string>> = { year: today().slice(0, 4), untilOn: today() }
    return replyPage(
      reply,
      owedPage(dressNow(request), kindOf(request.params.kind), (name) => first[name] ?? '', {}),
    )
  })
  app.post<Posted & Of<{ kind: string }>>('/help/owed/:kind', { bodyLimit }, async (request, reply) => {
    const { of, looks } = own(request)
    const [dress, kind] = [dressNow(request), kindOf(request.params.kind)]
    if (looks) return replyPage(reply, owedPage(dress, kind, of, {}))
    const outcome = countOwed(dress.rules.entitlements, kind, of)
    return replyPage(reply, owedPage(dress, kind, of, outcome), 'faults' in outcome ? 422 : 200)
  })

  app.get('/help/limits', async (request, reply) =>
    replyPage(reply, limitsPage(dressNow(request), { which: '', on: '' }, today(), false)),
  )
  app.post<Posted>('/help/limits', { bodyLimit }, async (request, reply) => {
    const { of, looks } = own(request)
    const typed = { which: of('which'), on: of('on').normalize('NFKC').trim() }
    return replyPage(reply, limitsPage(dressNow(request), typed, today(), !looks))
  })

  app.get<Of<{ kind: string }>>('/help/papers/:kind', async (request, reply) => {
    const blank = readPaper(() => '')
    return replyPage(reply, paperPage(dressNow(request), paperOf(request.params.kind), blank, false))
  })
  app.post<Posted & Of<{ kind: string }>>('/help/papers/:kind', { bodyLimit }, async (request, reply) => {
    const { of, looks } = own(request)
    const kind = paperOf(request.params.kind)
    const typed = readPaper(of)
    if (of('do') === 'save') {
      reply.header('content-disposition', `attachment; filename="${paperFile[kind]}"`)
      return replyPage(reply, paperDocument(kind, typed))
    }
    return replyPage(reply, paperPage(dressNow(request), kind, typed, !looks && of('do') !== 'carry'))
  })
}

function kindOf(text: string) {
  const kind = owedKind(text)
  if (!kind) throw new Fault(404, 'not-found')
  return kind
}

function paperOf(text: string) {
  const kind = paperKind(text)
  if (!kind) throw new Fault(404, 'not-found')
  return kind
}
