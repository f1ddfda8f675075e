/**
 * Draws the receipt as one picture a phone keeps among its own. Drawn here, from what stands on the page: nothing of it is
 * asked of or sent to anybody.
 */
const WIDE = 720
const PAD = 48
const QR = 320
const FONT = 'system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

type Line = { readonly text: string; readonly size: number; readonly bold?: boolean; readonly gap: number }

const offer = document.querySelector<HTMLElement>('[data-picture]')
const button = offer?.querySelector('button')
if (offer && button && document.querySelector('.kept .code')) {
  offer.hidden = false
  button.addEventListener('click', () => {
    draw().toBlob((blob) => {
      if (!blob) return
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      // Says nothing of what it is to whoever looks through the phone's files.
      link.download = 'note.png'
      link.click()
      // Not at once: some browsers begin to read it only after the click is over.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
      const said = offer.querySelector('[role=status]')
      if (said) said.textContent = button.dataset.done ?? ''
    }, 'image/png')
  })
}

function draw(): HTMLCanvasElement {
  const lines = linesOf()
  const code = document.querySelector<SVGSVGElement>('.qr svg')
  const caption = textOf('.qr figcaption b')
  const tall = lines.reduce((sum, { size, gap }) => sum + size + gap, PAD) + (code ? QR + 64 : 0) + PAD
  const canvas = document.createElement('canvas')
  canvas.width = WIDE
  canvas.height = tall
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, WIDE, tall)
  pen.fillStyle = '#000'
  pen.textBaseline = 'top'
  let at = PAD
  for (const { text, size, bold, gap } of lines) {
    pen.font = `${bold ? 700 : 400} ${size}px ${FONT}`
    // Narrower rather than cut: a number without its end opens nothing.
    pen.fillText(text, PAD, at, WIDE - 2 * PAD)
    at += size + gap
  }
  if (code) {
    const scale = QR / code.viewBox.baseVal.width
    pen.setTransform(scale, 0, 0, scale, PAD, at)
    pen.fill(new Path2D(code.querySelector('path')?.getAttribute('d') ?? ''))
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.font = `400 26px ${FONT}`
    pen.fillText(caption, PAD, at + QR + 12, WIDE - 2 * PAD)
  }
  return canvas
}

/** Number, code and check word with their names, as they stand on the page. */
function linesOf(): Line[] {
  const kept = [...document.querySelectorAll('.kept')].flatMap((each) => [
    { text: textOf('.name', each), size: 28, gap: 10 },
    { text: textOf('[aria-hidden]', each), size: each.querySelector('.code') ? 56 : 40, bold: true, gap: 36 },
  ])
  const [name = '', word = ''] = [textOf('.word p').replace(textOf('.word b'), ''), textOf('.word b')]
  return [...kept, { text: name, size: 28, gap: 10 }, { text: word, size: 44, bold: true, gap: 36 }]
}

function textOf(selector: string, within: ParentNode = document): string {
  return within.querySelector(selector)?.textContent?.trim() ?? ''
}
