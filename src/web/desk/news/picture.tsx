import { useEffect, useRef, useState } from 'react'
import type { Block } from '../../../domain/article/block.ts'
import { pictureMost } from '../../../protocol/news-command.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useSpeech } from '../text/say.tsx'

/** A picture as it will be seen. On a canvas, because our pages load pictures from nowhere but ourselves. */
export function Picture({ image, alt }: { image: string; alt: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let gone = false
    const draw = async () => {
      const bitmap = await createImageBitmap(new Blob([bytesOf(image)]))
      const place = canvas.current
      if (gone || !place) return
      place.width = bitmap.width
      place.height = bitmap.height
      place.getContext('2d')?.drawImage(bitmap, 0, 0)
    }
    draw().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [image])
  return (
    <figure className="news-picture">
      <canvas ref={canvas} role="img" aria-label={alt} />
      <figcaption className="small">{alt}</figcaption>
    </figure>
  )
}

/** Puts a picture into the text: made as small as a page of the door has to be, and drawn anew, so that nothing a camera wrote comes along. */
export function PictureRow({ add }: { add: (block: Block) => void }) {
  const { say } = useSpeech()
  const [image, take] = useState('')
  const [alt, write] = useState('')
  const [wrong, tell] = useState(false)
  const chosen = async (file: File | undefined) => {
    if (!file) return
    const drawn = await drawnSmall(file).catch(() => null)
    tell(drawn === null)
    take(drawn ?? '')
  }
  const put = () => {
    add({ kind: 'picture', image, alt: alt.trim() })
    take('')
    write('')
  }
  return (
    <details>
      <summary>{say('news.picture')}</summary>
      <div className="news-block">
        <label className="field">
          <span>{say('news.picture.file')}</span>
          <input type="file" accept="image/png,image/jpeg" onChange={(event) => void chosen(event.target.files?.[0])} />
        </label>
        <p className="small">{say('news.picture.hint')}</p>
        <p className="wrong" role="alert">
          {wrong ? say('news.picture.wrong') : ''}
        </p>
        {image === '' ? null : <Picture image={image} alt={alt} />}
        <TextInput
          label={say('news.picture.alt')}
          hint={say('news.picture.altHint')}
          value={alt}
          onChange={write}
          maxLength={200}
        />
        <Button onPress={put} disabled={image === '' || alt.trim() === ''}>
          {say('news.picture.add')}
        </Button>
      </div>
    </details>
  )
}

const widths = [1000, 800, 640, 480, 320]

/** The picture as a JPEG that fits, as large as it can be; null where none does. */
async function drawnSmall(file: File): Promise<string | null> {
  const bitmap = await createImageBitmap(file)
  for (const width of widths) {
    const scale = Math.min(1, width / bitmap.width)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    const drawing = canvas.getContext('2d')
    if (!drawing) return null
    drawing.fillStyle = '#fff'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    drawing.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    for (const quality of [0.8, 0.65, 0.5]) {
      const image = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? ''
      if (image !== '' && image.length <= pictureMost) return image
    }
  }
  return null
}

function bytesOf(image: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(image), (each) => each.charCodeAt(0))
}
