import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailGateway } from './mail.ts'

/** The least of an SMTP server: takes one mail per connection; refuses whom it was told to. */
const mails: string[] = []
let rcptAnswer = '250 ok'
let server: Server
let url: string

beforeAll(async () => {
  server = createServer((socket) => {
    let inData = false
    let mail = ''
    socket.write('220 here\r\n')
    socket.on('error', () => undefined)
    let rest = ''
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (inData) {
          if (line === '.') {
            inData = false
            mails.push(mail)
            socket.write('250 taken\r\n')
          } else mail += `${line}\n`
        } else if (line.startsWith('EHLO')) socket.write('250 here\r\n')
        else if (line.startsWith('RCPT')) socket.write(`${rcptAnswer}\r\n`)
        else if (line === 'DATA') {
          inData = true
          mail = ''
          socket.write('354 go on\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const settings = { from: 'zhagen@example.org', subject: '工作提醒' }

test('a mail carries the text, from the configured address', async () => {
  const mail = mailGateway({ ...settings, url })
  expect(await mail.send('office@example.org', '今天到期 3 件')).toEqual({ ok: true })
  expect(mails[0]).toContain('From: zhagen@example.org')
  expect(mails[0]).toContain('To: office@example.org')
  expect(mails[0]).toContain(Buffer.from('今天到期 3 件').toString('base64'))
})

test('an unknown mailbox is final, a busy one and a server that is away are not', async () => {
  const mail = mailGateway({ ...settings, url })
  rcptAnswer = '550 no such user'
  expect(await mail.send('nobody@example.org', '一件')).toMatchObject({ ok: false, retry: false })
  rcptAnswer = '451 later'
  expect(await mail.send('office@example.org', '一件')).toMatchObject({ ok: false, retry: true })
  const away = mailGateway({ ...settings, url: 'smtp://127.0.0.1:1' })
  expect(await away.send('office@example.org', '一件')).toMatchObject({ ok: false, retry: true })
})
