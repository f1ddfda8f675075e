import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { isOpen, readVideo, videoOf } from './video.ts'

const key = Buffer.alloc(32, 7)
const room = {
  meeting: '019ec90f-5c00-7000-8000-99a400000000',
  ...{ startAt: new Date('2026-06-16T01:00:00Z'), endAt: new Date('2026-06-16T03:00:00Z') },
}
const given = { url: undefined, jitsi: undefined, secret: undefined, appId: undefined }

test('without a configuration there is no room', () => {
  expect(videoOf(readVideo(given), key).join(room)).toBeNull()
})

test('a room in an address is named by a digest, another meeting by another', () => {
  const video = videoOf(readVideo({ ...given, url: 'https://meet.example/{room}#x' }), key)
  expect(video.join(room)).toMatch(/^https:\/\/meet\.example\/zhagen-[0-9a-f]{32}#x$/)
  expect(video.join(room)).not.toContain(room.meeting)
  expect(video.join({ ...room, meeting: '019ec90f-5c00-7000-8000-99a400000002' })).not.toBe(video.join(room))
  expect(videoOf({ template: 'https://meet.example/{room}#x' }, Buffer.alloc(32, 8)).join(room)).not.toBe(
    video.join(room),
  )
})

test('a Jitsi gets a signed token for this room and this time, with nobody in it', () => {
  const secret = 'sixteen or more letters'
  const link = videoOf(readVideo({ ...given, jitsi: 'https://meet.example/', secret }), key).join(room) as string
  const url = new URL(link)
  const [head, body, signature] = (url.searchParams.get('jwt') ?? '').split('.') as [string, string, string]
  expect(createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')).toBe(signature)
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' })
  expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual({
    ...{ aud: 'jitsi', iss: 'zhagen', sub: '*', room: url.pathname.slice(1) },
    ...{ nbf: Date.parse('2026-06-16T00:30:00Z') / 1000, exp: Date.parse('2026-06-16T04:00:00Z') / 1000 },
  })
})

test('a room opens half an hour before and closes an hour after', () => {
  const at = (time: string) => isOpen(room, new Date(`2026-06-16T${time}:00Z`))
  expect([at('00:29'), at('00:30'), at('04:00'), at('04:01')]).toEqual([false, true, true, false])
})

test.each([
  [{ url: 'http://meet.example/{room}' }, 'ZHAGEN_VIDEO_URL: is not an address'],
  [{ url: 'https://a.example/{room}', jitsi: 'https://b.example' }, 'ZHAGEN_VIDEO_URL: is given beside'],
  [{ jitsi: 'meet.example', secret: 'sixteen or more letters' }, 'ZHAGEN_JITSI_URL: is not an address'],
  [{ jitsi: 'https://meet.example' }, 'ZHAGEN_JITSI_SECRET: is missing'],
])('what cannot be meant is told at the start: %o', (more, words) => {
  expect(() => readVideo({ ...given, ...more })).toThrow(words)
})
