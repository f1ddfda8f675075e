import type { FastifyReply, FastifyRequest } from 'fastify'
import en from './page-text-en.ts'
import zh from './page-text-zh.ts'

/** Whether a person with a browser asked, rather than a program. */
export function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ''
  return accept.includes('text/html') && !request.url.startsWith('/api/')
}

/** A page of the last resort, in both languages: it must stand when sessions, languages and assets do not. */
export function sendPlainPage(reply: FastifyReply, status: number): FastifyReply {
  const [title, text]: readonly ['notFoundTitle' | 'faultTitle', 'notFound' | 'fault'] =
    status === 404 ? ['notFoundTitle', 'notFound'] : ['faultTitle', 'fault']
  const section = (lang: string, texts: typeof zh) =>
    `<section lang="${lang}"><h1>${texts[title]}</h1><p>${texts[text]}</p><p><a href="/">${texts.home}</a></p></section>`
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${zh[title]} · ${en[title]}</title>`
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${section('zh-CN', zh)}${section('en', en)}</body></html>`,
    )
}
