import { Html, html, lines } from '../html.ts'
import { paperWords } from './paper-words.ts'

/** The papers that can be filled in. */
export type PaperKind = 'complaint' | 'arbitration'
/** The paper an address names. */
export function paperKind(text: string): PaperKind | undefined {
  return text === 'complaint' || text === 'arbitration' ? text : undefined
}

/** Fields of a paper in their order; every one may stay empty. */
export const paperFields = [
  ...(['office', 'name', 'sex', 'age', 'job', 'address', 'phone'] as const),
  ...(['employer', 'seat', 'boss', 'claims', 'facts', 'proof'] as const),
] as const
/** Name of a field. */
export type PaperField = (typeof paperFields)[number]
/** What was typed. */
export type PaperTyped = Readonly<Record<PaperField, string>>

/** Reads a form, cut where no person would still be typing. */
export function readPaper(of: (name: string) => string): PaperTyped {
  const read = (name: PaperField) => of(name).replace(/\r\n?/g, '\n').trim().slice(0, 4000)
  return Object.fromEntries(paperFields.map((name) => [name, read(name)])) as PaperTyped
}

/** The paper as it is printed, one A4 page or two; what is empty is a line to write on. */
export function paper(kind: PaperKind, typed: PaperTyped): Html {
  const words = paperWords
  const own = words[kind]
  const line = (label: string, text: string) =>
    html`<span class="cell">${label}：${text === '' ? html`<span class="blank"></span>` : text}</span>`
  const block = (label: string, text: string) =>
    html`<h3>${label}</h3><p class="written${text === '' ? ' open' : ''}">${lines(text)}</p>`
  return html`<article class="paper" lang="zh-CN"><h2>${own.title}</h2>
<h3>${own.me}</h3><p class="cells">${line(words.name, typed.name)}${line(words.sex, typed.sex)}${line(words.age, typed.age)}${line(words.job, typed.job)}${line(words.phone, typed.phone)}${line(words.identity, '')}${line(words.address, typed.address)}</p>
<h3>${own.other}</h3><p class="cells">${line(words.employer, typed.employer)}${line(words.seat, typed.seat)}${line(words.boss, typed.boss)}</p>
${block(own.ask, typed.claims)}${block(words.facts, typed.facts)}${block(words.proof, typed.proof)}
<p>${own.to}</p><p>${typed.office === '' ? html`<span class="blank"></span>` : typed.office}</p>
<p class="sign">${words.sign}：<span class="blank"></span></p><p class="sign">${words.date}</p><p class="small">${own.copies}</p></article>`
}

/** What the paper is called in the folder it is saved to: nothing that tells whose it is. */
export const paperFile: Readonly<Record<PaperKind, string>> = { complaint: 'tousu.html', arbitration: 'zhongcai.html' }

const style = `@page{size:A4;margin:20mm}body{font:12pt/1.8 SimSun,"Songti SC","Noto Serif CJK SC",serif;max-width:170mm;margin:10mm auto;color:#000;overflow-wrap:anywhere}h2{text-align:center;font-size:18pt}h3{font-size:12pt;margin:1em 0 0}p{margin:.2em 0}.cell{display:inline-block;margin-right:2em}.blank{display:inline-block;min-width:8em;border-bottom:1px solid #000;height:1em}.open{min-height:6em}.sign{text-align:right}.small{font-size:10pt}`

/** The paper as a file of its own, which opens without this site. */
export function paperDocument(kind: PaperKind, typed: PaperTyped): Html {
  return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${paperWords[kind].title}</title><style>${new Html(style)}</style></head><body>${paper(kind, typed)}</body></html>`
}
