import type { Unfit } from './detect.ts'

/** A film shows faces and places, which nobody was asked about: recordings have sound only. */
export function audioFault(file: Buffer, type: string): Unfit | null {
  if (type === 'audio/webm' && hasWebmVideo(file)) return 'video'
  if ((type === 'audio/mp4' || type === 'audio/x-m4a') && hasHandler(file, 'vide')) return 'video'
  if (type === 'audio/ogg' && file.subarray(0, 512).includes('theora')) return 'video'
  return null
}

/** TrackType (0x83, length 1) is 1 for pictures; tracks stand before the first cluster. */
function hasWebmVideo(file: Buffer): boolean {
  const cluster = file.indexOf(Buffer.from([0x1f, 0x43, 0xb6, 0x75]))
  const head = cluster < 0 ? file : file.subarray(0, cluster)
  return head.includes(Buffer.from([0x83, 0x81, 0x01])) || head.includes('V_VP') || head.includes('V_MPEG')
}

/** `hdlr` is followed by version, flags and pre_defined, eight bytes, then the handler. */
function hasHandler(file: Buffer, handler: string): boolean {
  for (let at = file.indexOf('hdlr'); at >= 0; at = file.indexOf('hdlr', at + 4))
    if (file.toString('latin1', at + 12, at + 16) === handler) return true
  return false
}

/**
 * What is listened to: without the tags in which recorders write place, device and owner. Of formats that carry none, or in
 * which nothing is to be taken out, undefined: then the original is listened to.
 */
export function withoutTags(file: Buffer, type: string): Buffer | undefined {
  if (type === 'audio/mpeg') return withoutId3(file)
  if (type === 'audio/mp4' || type === 'audio/x-m4a') return withoutUserData(file)
  return undefined
}

/** ID3v2 before and ID3v1 behind the sound. */
function withoutId3(file: Buffer): Buffer | undefined {
  let sound = file
  while (sound.length > 10 && sound.toString('latin1', 0, 3) === 'ID3') {
    const [a = 0, b = 0, c = 0, d = 0] = sound.subarray(6, 10)
    const footer = ((sound[5] ?? 0) & 0x10) !== 0 ? 10 : 0
    sound = sound.subarray(10 + ((a << 21) | (b << 14) | (c << 7) | d) + footer)
  }
  if (sound.length > 128 && sound.toString('latin1', sound.length - 128, sound.length - 125) === 'TAG')
    sound = sound.subarray(0, sound.length - 128)
  return sound.length === file.length ? undefined : sound
}

/** `udta` and `meta` boxes become empty `free` ones of the same length, so that no place in the file moves. */
function withoutUserData(file: Buffer): Buffer | undefined {
  const copy = Buffer.from(file)
  const blanked = blank(copy, 0, copy.length)
  return blanked ? copy : undefined
}

const holders: ReadonlySet<string> = new Set(['moov', 'trak', 'moof', 'traf', 'mdia'])

function blank(file: Buffer, from: number, to: number): boolean {
  let any = false
  for (let at = from; at + 8 <= to; ) {
    const short = file.readUInt32BE(at)
    const size = short === 1 && at + 16 <= to ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    if (size < 8 || at + size > to) break
    const name = file.toString('latin1', at + 4, at + 8)
    if (name === 'udta' || name === 'meta') {
      file.write('free', at + 4, 'latin1')
      file.fill(0, at + (short === 1 ? 16 : 8), at + size)
      any = true
    } else if (holders.has(name)) any = blank(file, at + 8, at + size) || any
    at += size
  }
  return any
}
