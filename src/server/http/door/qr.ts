import { encode } from 'uqr'

/**
 * The QR code of a receipt: the address of the follow page with the number behind the `#`, which is sent to no server and
 * stands in no log. The retrieval code is never in it: who photographs the code over a shoulder has half of a key.
 */
export function receiptQr(site: string, number: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(`${site}/follow#${number}`, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')))
  return { path: dark.join(''), size }
}
