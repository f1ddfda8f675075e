import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { phonePhoto, plainPdf, voiceNote } from '../../../test/kit/file-life.ts'
import { loadRules } from '../rules/load.ts'
import { inspect } from './inspect.ts'

const { files } = loadRules()
const of = async (bytes: Buffer, rules = files) => {
  const seen = await inspect(bytes, rules)
  return 'unfit' in seen ? seen.unfit : seen.type
}
const box = (name: string, ...inner: Buffer[]) => {
  const body = Buffer.concat(inner)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(name, 4)
  return Buffer.concat([head, body])
}
const handler = (kind: string) => box('hdlr', Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(12))
const track = (kind: string) => box('trak', box('mdia', handler(kind)))
const m4a = (...inner: Buffer[]) =>
  Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0M4A mp42')),
    box('moov', ...inner),
    box('mdat', Buffer.alloc(64)),
  ])

describe('what is taken', () => {
  test('pictures, recordings and papers, by their content', async () => {
    const plain = sharp({ create: { width: 30, height: 20, channels: 3, background: '#345' } })
    expect(await of(await phonePhoto(60, 40))).toBe('image/jpeg')
    expect(await of(await plain.clone().png().toBuffer())).toBe('image/png')
    expect(await of(await plain.clone().webp().toBuffer())).toBe('image/webp')
    expect(await of(voiceNote())).toBe('audio/wav')
    expect(await of(Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(64)]))).toBe('audio/amr')
    expect(await of(m4a(track('soun')))).toBe('audio/x-m4a')
    expect(await of(plainPdf())).toBe('application/pdf')
  })

  test('programs, pages, drawings, archives and what is nothing are not', async () => {
    const plain = sharp({ create: { width: 30, height: 20, channels: 3, background: '#345' } })
    const refused: readonly (Buffer | string)[] = [
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
      Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(200)]),
      '<!doctype html><script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '#!/bin/sh\nrm -rf /\n',
      Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(100)]),
      await plain.clone().gif().toBuffer(),
      'GIF89a',
      '',
    ]
    for (const each of refused) expect(await of(Buffer.from(each as string)), String(each).slice(0, 20)).toBe('type')
  })
})

describe('pictures', () => {
  test('what cameras write beside them is gone, and they are bounded', async () => {
    const photo = await phonePhoto(3000, 100)
    const seen = await inspect(photo, files)
    if ('unfit' in seen || !seen.view) throw new Error('not drawn')
    const { width, height, exif } = await sharp(seen.view.bytes).metadata()
    expect([width, height, exif]).toEqual([85, 2560, undefined])
    expect(photo.includes('owner-of-the-phone')).toBe(true)
    expect(seen.view.bytes.includes('owner-of-the-phone')).toBe(false)
  })

  test('one that would unfold to fill the machine is not opened', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await of(bomb)).toBe('pixels')
  })

  test('one that is cut off is told to be broken', async () => {
    const photo = await phonePhoto(800, 800, true)
    expect(await of(photo.subarray(0, photo.length / 2))).toBe('broken')
  })

  test('one that is something else as well is not taken', async () => {
    const photo = await phonePhoto(60, 40)
    const archive = Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18)])
    expect(await of(Buffer.concat([photo, archive]))).toBe('unsafe')
    const note = (text: string) =>
      Buffer.concat([
        photo.subarray(0, 2),
        Buffer.from([0xff, 0xfe, 0, text.length + 2]),
        Buffer.from(text),
        photo.subarray(2),
      ])
    expect(await of(note('a word'))).toBe('image/jpeg')
    expect(await of(note('<script>alert(1)</script>'))).toBe('unsafe')
    expect(await of(note('%PDF-1.4'))).toBe('unsafe')
  })
})

describe('recordings', () => {
  test('a film is told from a recording', async () => {
    expect(await of(m4a(track('vide'), track('soun')))).toBe('video')
    const webm = (codec: string, kind: number) =>
      Buffer.concat([
        Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0xf7, 0x81, 1, 0x42, 0xf2, 0x81, 4]),
        Buffer.from([0x42, 0xf3, 0x81, 8, 0x42, 0x82, 0x84]),
        Buffer.from('webm'),
        Buffer.from([0x42, 0x87, 0x81, 4, 0x42, 0x85, 0x81, 2, 0x83, 0x81, kind]),
        Buffer.from(codec),
      ])
    expect(await of(webm('A_OPUS', 2))).toBe('audio/webm')
    expect(await of(webm('V_VP8', 1))).toBe('video')
  })

  test('the place and the device that a recorder writes beside the sound are taken out, and nothing moves', async () => {
    const place = Buffer.from('+31.2304+121.4737/')
    const tagged = m4a(track('soun'), box('udta', box('©xyz', place)), box('meta', Buffer.from('owner')))
    const seen = await inspect(tagged, files)
    if ('unfit' in seen || !seen.view) throw new Error('nothing taken out')
    expect(tagged.includes(place)).toBe(true)
    expect(seen.view.bytes.includes(place)).toBe(false)
    expect(seen.view.bytes.includes('owner')).toBe(false)
    expect(seen.view.bytes.length).toBe(tagged.length)
    expect(seen.view.bytes.includes('soun')).toBe(true)
    const sound = Buffer.concat([
      Buffer.from([0xff, 0xfb, 0x90, 0x00]),
      Buffer.alloc(413),
      Buffer.from([0xff, 0xfb, 0x90, 0x00]),
      Buffer.alloc(413),
    ])
    const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x05'), Buffer.from('owner')])
    const mp3 = await inspect(Buffer.concat([tag, sound]), files)
    expect(mp3).toMatchObject({ type: 'audio/mpeg', view: { type: 'audio/mpeg', bytes: sound } })
  })
})

describe('papers', () => {
  test('one that does something when it is opened, or brings a file along, is not taken', async () => {
    expect(await of(plainPdf('/OpenAction [3 0 R /Fit]'))).toBe('application/pdf')
    for (const act of [
      '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
      '/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>',
      '/AA << /O << /S /Launch /F (cmd.exe) >> >>',
      '/Names << /EmbeddedFiles 9 0 R >>',
      '/AcroForm << /XFA 4 0 R >>',
      '/Encrypt 5 0 R',
    ])
      expect(await of(plainPdf(act)), act).toBe('unsafe')
  })

  const packed = (inside: string, filter = '/FlateDecode', bytes = deflateSync(Buffer.from(inside))) => {
    const head = `3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${bytes.length} >>\nstream\n`
    return Buffer.concat([
      plainPdf().subarray(0, 9),
      Buffer.from(head),
      bytes,
      Buffer.from('\nendstream\nendobj\n'),
      plainPdf().subarray(9),
    ])
  }
  test('names are found where they are packed; what cannot be unpacked is not taken', async () => {
    expect(await of(packed('7 0 << /Type /Font >>'))).toBe('application/pdf')
    expect(await of(packed('7 0 << /S /JavaScript /JS (x) >>'))).toBe('unsafe')
    expect(await of(packed('7 0 << /Type /Font >>', '/LZWDecode'))).toBe('unsafe')
    expect(await of(packed('', '/FlateDecode', Buffer.from('none of it')))).toBe('unsafe')
    expect(await of(packed('', '/FlateDecode', deflateSync(Buffer.alloc(140 * 1024 * 1024))))).toBe('unsafe')
  })

  test('one that ends too soon is broken', async () => {
    expect(await of(plainPdf().subarray(0, 60))).toBe('broken')
  })
})
