import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Dress } from '../../../web/door/dress.ts'
import { accessibilityPage } from '../../../web/door/public/accessibility.ts'
import { privacyPage } from '../../../web/door/public/privacy.ts'
import { statusPage } from '../../../web/door/public/status.ts'
import { lastBackup } from '../../backup/last-backup.ts'
import type { ServerContext } from '../../context.ts'
import { whatWorks } from '../../view/what-works.ts'
import { keptBriefly } from './kept-briefly.ts'
import { replyPage } from './reply-page.ts'

/** `GET /status`, `/accessibility`, `/privacy`: what we say of the service itself. They hold nothing of anybody. */
export function publicRoutes(
  app: FastifyInstance,
  context: ServerContext,
  dressed: (request: FastifyRequest) => Dress,
): void {
  const statusNow = keptBriefly((now) => {
    const { config, db, followers } = context
    const { sms, log } = config.outgoing
    return whatWorks(
      {
        writer: db.writer,
        followers,
        // Where texts are only written to a file, none goes anywhere.
        texts: sms !== undefined && log === undefined,
        backedUpAt: lastBackup(config.dataFolder),
      },
      now,
    )
  })
  app.get('/status', async (request, reply) =>
    replyPage(reply, statusPage(dressed(request), await statusNow(context.clock.now()))),
  )
  app.get('/accessibility', async (request, reply) => replyPage(reply, accessibilityPage(dressed(request))))
  app.get('/privacy', async (request, reply) => replyPage(reply, privacyPage(dressed(request))))
}
