/** Characters a line of the shared picture holds, and its lines. */
const lineMost = 14
const linesMost = 3

/**
 * The lines of the picture that is shared with an article: its title, and nothing else that stands in it.
 * @returns one to three lines; what does not fit ends in an ellipsis
 */
export function cardLines(title: string): string[] {
  const signs = [...title.trim()]
  const lines: string[] = []
  for (let at = 0; at < signs.length && lines.length < linesMost; at += lineMost)
    lines.push(signs.slice(at, at + lineMost).join(''))
  const last = lines.at(-1)
  if (last && signs.length > lineMost * linesMost) lines[lines.length - 1] = `${[...last].slice(0, -1).join('')}…`
  return lines
}

const digits = '零一二三四五六七八九'

/** The number of a part as it stands behind a title: 二, 十, 十二, 一百零三. From 1 to 999. */
export function partNumber(part: number): string {
  const sign = (n: number) => [...digits][n] ?? ''
  const [hundreds, tens, ones] = [Math.floor(part / 100), Math.floor(part / 10) % 10, part % 10]
  const high = hundreds > 0 ? `${sign(hundreds)}百` : ''
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : sign(tens)}十` : hundreds > 0 && ones > 0 ? '零' : ''
  return high + middle + (ones > 0 ? sign(ones) : '')
}

/** Whether a title says itself which part it is, as （二） or (2) somewhere in it: then nothing is put behind it. */
export function namesPart(title: string, part: number): boolean {
  const plain = title.normalize('NFKC').replace(/\s/g, '')
  return [partNumber(part), String(part)].some((number) => plain.includes(`(${number})`))
}
