import { parentPort, workerData } from 'node:worker_threads'
import { importHtml } from './import-html.ts'
import { importMarkdown } from './import-markdown.ts'

// Run by import-in-time.ts alone, in a thread of its own.
const { form, text } = workerData as { readonly form: 'html' | 'markdown'; readonly text: string }
parentPort?.postMessage(form === 'html' ? importHtml(text) : importMarkdown(text))
