/** What can be found in free text that names or reaches a person (domain.md §4 rule 9). */
export type PersonalKind = 'mobile' | 'landline' | 'id-number' | 'bank-card' | 'plate' | 'long-number'

/** A finding: kind and the half-open range of UTF-16 positions. The value itself is never handed on. */
export type PersonalSpan = { readonly kind: PersonalKind; readonly from: number; readonly to: number }

/** Character that stands for each masked one; the text keeps its length, so positions in it stay true. */
export const MASK = '＊'

// One separator between digits is how people write, and how they slip past a filter.
const SEP = '[- .]?'
const CIVIL = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领'
const HAN_DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖', ' 幺']
    .flatMap((row) => [...row].map((han, at) => [han, String(at)] as const))
    .filter(([han]) => han !== ' '),
)

const PATTERNS: readonly (readonly [PersonalKind, RegExp, ((digits: string) => boolean)?])[] = [
  // A mistyped number still points to a person, so the check digit is not asked; a birth day is, to let amounts through.
  ['id-number', new RegExp(`(?<!\\d)(?:\\d${SEP}){17}[\\dX](?![\\dA-Z])`, 'g'), (id) => bornPlausibly(id.slice(6, 14))],
  ['id-number', new RegExp(`(?<!\\d)(?:\\d${SEP}){14}\\d(?!\\d)`, 'g'), (id) => bornPlausibly(`19${id.slice(6, 12)}`)],
  ['bank-card', new RegExp(`(?<!\\d)(?:\\d${SEP}){15,18}\\d(?!\\d)`, 'g'), luhn],
  ['mobile', new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${SEP})?1${SEP}[3-9](?:${SEP}\\d){9}(?!\\d)`, 'g')],
  ['landline', /(?<!\d)\(?0(?:10|2\d|[3-9]\d{2})\)?[- .]{0,2}[2-9](?:[- .]?\d){6,7}(?!\d)/g],
  ['landline', /(?<!\d)[48]00[- .]?\d{3}[- .]?\d{4}(?!\d)/g],
  ['landline', /(?<=(?:电话|座机|固话|TEL)[^\d\n]{0,4})[2-9]\d{6,7}(?!\d)/g],
  [
    'plate',
    new RegExp(
      `[${CIVIL}][A-HJ-NP-Z][·•. -]?(?=[A-Z]*\\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳使领](?![A-Z0-9])`,
      'g',
    ),
  ],
  // Two numbers written without a gap match nothing above; nobody's trouble needs twenty digits in a row.
  ['long-number', /\d{20,}/g],
]

/**
 * Finds mobile and fixed-line numbers, identity numbers of 15 and 18, bank cards (Luhn) and number plates in free text, also
 * in full width, in Chinese digits and with separators. Ranges are in order and do not overlap.
 */
export function findPersonal(text: string): readonly PersonalSpan[] {
  const plain = folded(text)
  // 张三13800138000: read as a digit, the name would hide the number behind it. So both readings are searched.
  const spoken = plain.replace(/[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]/g, (han) => HAN_DIGITS[han] ?? han)
  return withoutOverlap(spoken === plain ? findIn(plain) : [...findIn(plain), ...findIn(spoken)])
}

function findIn(plain: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const [kind, pattern, holds] of PATTERNS) {
    for (const match of plain.matchAll(pattern)) {
      if (holds && !holds(match[0].replace(/[^\dX]/g, ''))) continue
      found.push({ kind, from: match.index, to: match.index + match[0].length })
    }
  }
  return found
}

/** The text with every finding replaced, character by character, and what was found. The original is kept sealed by the caller. */
export function maskPersonal(text: string): { readonly text: string; readonly found: readonly PersonalSpan[] } {
  let masked = text
  const found: PersonalSpan[] = []
  // Masking one number takes away the neighbour that hid another, so look again until nothing is left.
  for (let spans = findPersonal(masked); spans.length > 0; spans = findPersonal(masked)) {
    for (const { from, to } of spans) masked = masked.slice(0, from) + MASK.repeat(to - from) + masked.slice(to)
    found.push(...spans)
  }
  return { text: masked, found: found.sort((a, b) => a.from - b.from) }
}

/** One code unit for one code unit, so that positions found in the folded text are those of the original. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldedUnit(text.charAt(at))).join('')
}

function foldedUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit
  if (/[\s\p{Zs}]/u.test(narrow)) return narrow === '\n' ? narrow : ' '
  if (/[\p{Pd}−]/u.test(narrow)) return '-'
  return /[a-z]/.test(narrow) ? narrow.toUpperCase() : narrow
}

function withoutOverlap(spans: PersonalSpan[]): PersonalSpan[] {
  const kept: PersonalSpan[] = []
  for (const span of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1)
    if (last === undefined || span.from >= last.to) kept.push(span)
    else if (span.to > last.to) kept[kept.length - 1] = { ...last, to: span.to }
  }
  return kept
}

function bornPlausibly(yyyymmdd: string): boolean {
  return /^(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(yyyymmdd)
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at))
    const twice = at % 2 === 1 ? digit * 2 : digit
    sum += twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}
