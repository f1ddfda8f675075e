import { encode } from 'uqr'
import type { QrDrawing } from '../../../web/door/poster/drawing.ts'

/**
 * The QR code of a receipt: the address of the follow page with the number behind the `#`, which is sent to no server and
 * stands in no log. The retrieval code is never in it: who photographs the code over a shoulder has half of a key.
 */
export function receiptQr(site: string, number: string): QrDrawing {
  return drawQr(`${site}/follow#${number}`)
}

/** The QR code of a union's poster and cards: the form, with the union's region filled in. It tells of nobody. */
export function posterQr(site: string, union: number): QrDrawing {
  return drawQr(`${site}/raise?union=${union}`)
}

function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => runs(row).map(([x, n]) => `M${x} ${y}h${n}v1h-${n}z`))
  return { path: dark.join(''), size }
}

/** Where dark modules stand side by side: from where, and how many. */
function runs(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const [x, on] of row.entries()) {
    const last = found.at(-1)
    if (on && last && last[0] + last[1] === x) last[1] += 1
    else if (on) found.push([x, 1])
  }
  return found
}
