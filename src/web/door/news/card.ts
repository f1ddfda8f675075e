import { type Html, html } from '../html.ts'

/** The picture that is shared with an article: its title on our own paper, drawn here, nothing photographed. */
export function cardPicture(lines: readonly string[], brand: string): Html {
  const first = 300 - (lines.length - 1) * 48
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" role="img" aria-label="${lines.join('')}"><rect width="1200" height="630" fill="#f7f4ee"/><rect x="72" y="96" width="8" height="438" fill="#1f5d45"/><g font-family="Songti SC,Noto Serif CJK SC,SimSun,serif" fill="#22201c">${lines.map((line, at) => html`<text x="124" y="${first + at * 96}" font-size="68" font-weight="700">${line}</text>`)}<text x="124" y="534" font-size="34" fill="#1f5d45">${brand}</text></g></svg>`
}
