import { type SealName, sealGlyphs } from '../../kit/seal-paths.ts'
import { type Dress, say } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { posterWords } from './words.ts'
import { wrapped } from './wrapped.ts'

/** Dark modules of a QR code as one SVG path in a box of `size`. */
export type QrDrawing = { readonly path: string; readonly size: number }
/** What stands on posters and cards: a union, and the address its code opens. */
export type Posted = { readonly union: { readonly id: number; readonly name: string }; readonly qr: QrDrawing }

const sans = 'PingFang SC,HarmonyOS Sans SC,Noto Sans SC,Noto Sans CJK SC,Microsoft YaHei,sans-serif'
const serif = 'Songti SC,Noto Serif SC,Noto Serif CJK SC,SimSun,serif'
const [ink, quiet, deep, vermilion] = ['#1c2321', '#535e59', '#17463a', '#b8382a']

type Written = {
  x: number
  y: number
  size: number
  ems?: number
  fill?: string
  font?: string
  bold?: boolean
  mid?: boolean
}

/** A text in lines of at most `ems`, and how low it reaches. */
function write(text: string, { x, y, size, ems = 99, fill = ink, font = sans, bold = false, mid = false }: Written) {
  const rows = wrapped(text, ems)
  const drawn = html`<text x="${x}" y="${y}" font-size="${size}" font-family="${font}" fill="${fill}"${bold && html` font-weight="700"`}${mid && html` text-anchor="middle"`}>${rows.map((row, at) => html`<tspan x="${x}" y="${y + at * size * 1.3}">${row}</tspan>`)}</text>`
  return { drawn, below: y + (rows.length - 1) * size * 1.3 }
}

function code({ path, size }: QrDrawing, x: number, y: number, side: number): Html {
  return html`<svg x="${x}" y="${y}" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`
}

function seals(x: number, y: number, side: number): Html {
  const one = (name: SealName, at: number) =>
    html`<svg x="${x + at * side * 1.2}" y="${y}" width="${side}" height="${side}" viewBox="0 0 64 64"><rect x="2" y="2" width="60" height="60" rx="9" fill="${vermilion}"/><path d="${sealGlyphs[name]}" fill="#fff"/></svg>`
  return html`${(['met', 'understood', 'delivered'] as const).map(one)}`
}

function sheet(width: number, height: number, label: string, body: Html): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><rect width="${width}" height="${height}" fill="#fff"/>${body}</svg>`
}

/** A4 upright, in millimetres. */
export function poster(dress: Dress, { union, qr }: Posted): Html {
  const words = posterWords(dress)
  const middle = { x: 105, mid: true }
  const name = write(union.name, { ...middle, y: 27, size: 9, ems: 20, font: serif, fill: deep, bold: true })
  const slogan = words.slogan.map(
    (row, at) => write(row, { ...middle, y: 82 + at * 22, size: 18, ems: 20, font: serif, bold: true }).drawn,
  )
  const danger = `${words.danger}：${say(dress, 'danger')}`.replace(/：(?=[A-Z])/, ': ')
  const foot = write(danger, { ...middle, y: 262, size: 6, ems: 31, bold: true })
  const device = write(say(dress, 'own-device'), { ...middle, y: foot.below + 10, size: 5, ems: 37, fill: quiet })
  return sheet(
    210,
    297,
    words.posterAlt(union.name),
    html`${name.drawn}${seals(75.6, 42, 18)}${slogan}${code(qr, 60, 116, 90)}${write(words.scan, { ...middle, y: 219, size: 9, ems: 21, bold: true }).drawn}${write(words.free, { ...middle, y: 232, size: 8 }).drawn}${write(words.hotline, { ...middle, y: 245, size: 8 }).drawn}${foot.drawn}${device.drawn}`,
  )
}

/** 90 × 54 mm: for the pocket, with nothing on it that tells why one carries it but the union's name. */
export function pocketCard(dress: Dress, { union, qr }: Posted): Html {
  const words = posterWords(dress)
  const name = write(union.name, { x: 5, y: 10, size: 4, ems: 12, font: serif, fill: deep, bold: true })
  const first = name.below + 8
  const slogan = words.slogan.map(
    (row, at) => write(row, { x: 5, y: first + at * 7, size: 5.2, ems: 10, font: serif, bold: true }).drawn,
  )
  const free = write(words.free, { x: 5, y: first + 13.5, size: 3.4, ems: 14 })
  return sheet(
    90,
    54,
    `${union.name} 12351`,
    html`${name.drawn}${slogan}${free.drawn}${code(qr, 54, 4, 32)}${write(words.hotline, { x: 70, mid: true, y: 40, size: 3, ems: 12 }).drawn}${write(say(dress, 'danger'), { x: 5, y: 47, size: 3.2, ems: 25 }).drawn}`,
  )
}

/** 90 × 54 mm: whom to come to. Name and phone are written by hand, or on the page before printing. */
export function contactCard(dress: Dress, { union, qr }: Posted): Html {
  const words = posterWords(dress)
  const name = write(union.name, { x: 5, y: 19, size: 4, ems: 12, font: serif, fill: deep, bold: true })
  const line = (label: string, fill: string, y: number) =>
    html`${write(label, { x: 5, y, size: 3.4, fill: quiet }).drawn}<text data-fill="${fill}" x="17" y="${y}" font-size="4" font-family="${sans}" fill="${ink}"></text><path d="M16.5 ${y + 1.2}H50" stroke="${quiet}" stroke-width=".25"/>`
  return sheet(
    90,
    54,
    `${words.contactHeading}: ${union.name}`,
    html`${write(words.contactHeading, { x: 5, y: 11, size: 5.4, font: serif, bold: true }).drawn}${name.drawn}${line(words.name, 'name', 33)}${line(words.phone, 'phone', 41)}${code(qr, 54, 4, 32)}${write(words.hotline, { x: 70, mid: true, y: 40, size: 3, ems: 12 }).drawn}${write(say(dress, 'danger'), { x: 5, y: 47.5, size: 2.9, ems: 28 }).drawn}`,
  )
}
