/** How wide a sign is, in ems: Chinese signs are square, Latin ones about half as wide. */
const widthOf = (sign: string) => (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/.test(sign) ? 1 : 0.55)
/** Signs that may not begin a line. */
const closing = /^[，。；：、！？）”』」,.;:!?)]/

/** A text in lines of at most so many ems: SVG breaks none by itself. Latin words stay whole, closing signs stay with what they close. */
export function wrapped(text: string, ems: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const piece of text.match(/[!-~“”’]+ ?|[\s\S]/gu) ?? []) {
    const wide = [...piece.trimEnd()].reduce((sum, sign) => sum + widthOf(sign), 0)
    if (line !== '' && width + wide > ems && !closing.test(piece)) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    line += piece
    width += [...piece].reduce((sum, sign) => sum + widthOf(sign), 0)
  }
  return [...lines, line.trimEnd()]
}
