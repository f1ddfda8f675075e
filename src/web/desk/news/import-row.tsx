import { useState } from 'react'
import * as z from 'zod/mini'
import type { Block } from '../../../domain/article/block.ts'
import { ArticleText } from '../../../protocol/article-text.ts'
import { importMost } from '../../../protocol/news-command.ts'
import { readChosen } from '../api/chosen-text.ts'
import { Problem, request } from '../api/request.ts'
import { useSpeech } from '../text/say.tsx'

type Told = 'idle' | 'reading' | 'done' | 'kind' | 'long' | 'unreadable' | 'failed'

/** Brings the text of an HTML page or a Markdown file into the form, every character of it; pictures are put in by hand. */
export function ImportRow({ add }: { add: (blocks: readonly Block[]) => void }) {
  const { say } = useSpeech()
  const [told, tell] = useState<Told>('idle')
  const chosen = async (file: File | undefined) => {
    if (!file) return
    const form = formOf(file.name)
    if (!form) return tell('kind')
    // Text of Chinese is up to four bytes a character; a file much larger is not read into the page at all.
    if (file.size > importMost * 4) return tell('long')
    tell('reading')
    try {
      const text = await readChosen(file)
      if (text.length > importMost) return tell('long')
      const { blocks } = z.parse(ArticleText, await request('POST', '/api/article-text', { form, text }))
      add(blocks as readonly Block[])
      tell('done')
    } catch (error) {
      tell(error instanceof Problem && [400, 422].includes(error.status) ? 'unreadable' : 'failed')
    }
  }
  return (
    <details>
      <summary>{say('news.import')}</summary>
      <label className="field">
        <span>{say('news.import.file')}</span>
        <input
          type="file"
          accept=".html,.htm,.md,.markdown"
          onChange={(event) => void chosen(event.target.files?.[0])}
        />
      </label>
      <p className="small">{say('news.import.hint')}</p>
      <p role="status">{told === 'idle' ? '' : say(`news.import.${told}`, { most: importMost })}</p>
    </details>
  )
}

function formOf(name: string): 'html' | 'markdown' | null {
  if (/\.html?$/i.test(name)) return 'html'
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : null
}
