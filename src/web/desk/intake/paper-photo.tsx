import { useEffect, useRef, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { NotTaken, sendFile } from '../../kit/send-file.ts'
import { useSpeech } from '../text/say.tsx'
import './paper-photo.css'

/** On the paper form name and number stand below this part of the sheet; what is kept ends above them unless told. */
const aboveContact = 70
/** A page of handwriting is read well at this length. */
const longestSide = 2200

/**
 * A photo of what a worker wrote on paper, beside the form it is typed into. The photo goes to the words of the matter, which
 * whoever handles it may open: so it is kept down to a line only, above name and number, and nothing below the line ever
 * leaves this page. Drawn on a canvas, because the policy of all doors allows no picture from elsewhere, `blob:` included.
 */
export function PaperPhoto({ kept, keep }: { kept: string | null; keep: (token: string | null) => void }) {
  const { say } = useSpeech()
  const [photo, setPhoto] = useState<ImageBitmap | null>(null)
  const [until, setUntil] = useState(aboveContact)
  const [state, setState] = useState<'idle' | 'sending' | 'failed' | 'unread'>('idle')
  const whole = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (photo && whole.current) draw(whole.current, photo, until, true)
  }, [photo, until])

  const choose = async (file: File | undefined) => {
    if (!file) return
    keep(null)
    const read = await createImageBitmap(file).catch(() => null)
    setPhoto(read)
    setState(read ? 'idle' : 'unread')
  }
  const store = async () => {
    if (!photo) return
    setState('sending')
    const part = document.createElement('canvas')
    draw(part, photo, until, false)
    const blob = await new Promise<Blob | null>((resolve) => part.toBlob(resolve, 'image/jpeg', 0.85))
    try {
      if (!blob) throw new NotTaken('file.broken')
      keep(await sendFile(blob, () => undefined, AbortSignal.timeout(120_000)))
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <section className="paper-photo" aria-label={say('paper.title')}>
      <label className="field">
        <span className="field-label">{say('paper.choose')}</span>
        <input type="file" accept="image/*" onChange={(event) => void choose(event.target.files?.[0])} />
      </label>
      <p className="small">{say('paper.hint')}</p>
      {photo ? (
        <>
          <canvas ref={whole} role="img" aria-label={say('paper.alt')} />
          <label className="field">
            <span className="field-label">{say('paper.until')}</span>
            <input
              type="range"
              min={10}
              max={100}
              step={1}
              value={until}
              disabled={kept !== null}
              onChange={(event) => setUntil(Number(event.target.value))}
            />
          </label>
          {kept === null ? (
            <Button pending={state === 'sending'} onPress={() => void store()}>
              {say('paper.keep')}
            </Button>
          ) : (
            <Button onPress={() => keep(null)}>{say('paper.dontKeep')}</Button>
          )}
        </>
      ) : null}
      <p role="status">
        {kept !== null
          ? say('paper.kept')
          : state === 'failed'
            ? say('paper.failed')
            : state === 'unread'
              ? say('paper.unread')
              : null}
      </p>
    </section>
  )
}

/** Draws the photo down to `until` percent; with `rest`, what lies below as well, pale. */
function draw(canvas: HTMLCanvasElement, photo: ImageBitmap, until: number, rest: boolean): void {
  const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height))
  const [width, height] = [Math.round(photo.width * scale), Math.round(photo.height * scale)]
  const end = Math.max(1, Math.round((height * until) / 100))
  canvas.width = width
  canvas.height = rest ? height : end
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.drawImage(photo, 0, 0, width, height)
  if (!rest) return
  pen.fillStyle = 'rgb(255 255 255 / 75%)'
  pen.fillRect(0, end, width, height - end)
  pen.fillStyle = '#1f5c49'
  pen.fillRect(0, end - 3, width, 6)
}
