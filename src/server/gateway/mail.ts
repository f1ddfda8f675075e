import { createTransport } from 'nodemailer'
import { type Gateway, handed, notHanded, whyOf } from './gateway.ts'

/** Mail by SMTP. `url` is smtp: or smtps: with login and port; `subject` is the same for every mail. */
export type MailSettings = { readonly url: string; readonly from: string; readonly subject: string }

const timeoutMs = 10_000

/** Mail to cadres: one line of text, no picture, nothing that calls home. */
export function mailGateway({ url, from, subject }: MailSettings): Gateway {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    channel: 'mail',
    send: async (to, text) => {
      try {
        await transport.sendMail({ from, to, subject, text })
        return handed
      } catch (error) {
        return notHanded(whyOf(error), !isFinal(error))
      }
    },
  }
}

/** 5xx is the other server's last word, a wrong login ours; all else may pass. */
function isFinal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && error.code === 'EAUTH') return true
  return 'responseCode' in error && Number(error.responseCode) >= 500
}
