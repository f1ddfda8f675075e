/** Parts of a PNG that are the picture itself: everything else is words, times or places. */
const shown = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const pngSign = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * A picture without what a camera or a program wrote beside it: place, time, device, names, earlier versions as thumbnails.
 * Of a JPEG the segments APP1 to APP15 and COM go, of a PNG every chunk but those that make the picture; what is appended
 * behind its end goes with them. Not one point of the picture changes.
 * @param image base64
 * @returns base64; null when it is neither a whole PNG nor a whole JPEG
 */
export function stripPicture(image: string): string | null {
  const bytes = bytesOf(image)
  const kept = bytes && (stripPng(bytes) ?? stripJpeg(bytes))
  if (!kept) return null
  // In pieces: so many arguments at once overflow the stack.
  const pieces = kept.flatMap((each) => [...each].map((byte) => String.fromCharCode(byte)))
  return btoa(pieces.join(''))
}

function bytesOf(image: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(image), (each) => each.charCodeAt(0))
  } catch {
    return null
  }
}

/** ISO/IEC 15948 §5: a signature, then chunks of length, type, data and check sum, from IHDR to IEND. */
function stripPng(bytes: Uint8Array): Uint8Array[] | null {
  if (pngSign.some((byte, at) => bytes[at] !== byte)) return null
  const kept = [bytes.subarray(0, 8)]
  const types = new Set<string>()
  const view = new DataView(bytes.buffer)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (end > bytes.length || (at === 8) !== (type === 'IHDR')) return null
    types.add(type)
    if (shown.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return types.has('IDAT') ? kept : null
    at = end
  }
  return null
}

const [sos, eoi, app0, com] = [0xda, 0xd9, 0xe0, 0xfe]
/** Length of an APP0 that holds no thumbnail. */
const bareApp0 = 16

/** ITU-T T.81 annex B: SOI, then segments of marker and length; behind each SOS its scan; to EOI. */
function stripJpeg(bytes: Uint8Array): Uint8Array[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const kept = [bytes.subarray(0, 2)]
  let scans = 0
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (marker === 0xff) {
      // A fill byte before the marker.
      at += 1
      continue
    }
    if (marker === eoi) return scans > 0 ? [...kept, bytes.subarray(at, at + 2)] : null
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const segment = at + 2 + length
    if (marker < 0xc0 || isRestart(marker) || length < 2 || segment > bytes.length) return null
    const end = marker === sos ? scanEnd(bytes, segment) : segment
    if (marker === sos) scans += 1
    if (!isBeside(marker, length)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

function isBeside(marker: number, length: number): boolean {
  return marker === com || (marker === app0 ? length > bareApp0 : marker > app0 && marker <= 0xef)
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7
}

/** Where the next marker stands that is no restart: within a scan 0xFF is followed by 0x00. */
function scanEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0x00 && !isRestart(next)) return at
    at += 1
  }
  return at
}
