import { ArticleFile, ArticleText } from '../../../protocol/article-text.ts'
import { content } from '../session/session-paths.ts'

/** What is neither command, view nor session, as `/api/openapi.json` shows it. */
export const systemPaths = {
  '/api/live': {
    get: {
      operationId: 'live',
      summary: 'Server-Sent Events. `changed` carries the id of a demand within reach that moved; ask the views again.',
      tags: ['system'],
      security: [{ session: [] }],
      responses: {
        200: {
          description: 'A stream without an end.',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        401: problem('`sign-in.needed`'),
      },
    },
  },
  '/api/meeting/{id}.ics': {
    get: {
      operationId: 'meetingCalendar',
      summary: 'A meeting within reach as a calendar entry, RFC 5545.',
      tags: ['system'],
      security: [{ session: [] }],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: { description: 'One event.', content: { 'text/calendar': { schema: { type: 'string' } } } },
        '4XX': problem('`sign-in.needed`, `not-found`'),
      },
    },
  },
  '/api/sheet/{sheet}': {
    get: {
      operationId: 'sheetFile',
      summary: 'An answered table as a file of the form it came in; what is not known reads 不掌握.',
      tags: ['system'],
      security: [{ session: [] }],
      parameters: [{ name: 'sheet', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: { description: 'XLSX or CSV.', content: { 'application/octet-stream': { schema: { type: 'string' } } } },
        '4XX': problem('`sign-in.needed`, `not-found`'),
      },
    },
  },
  '/api/file/{demand}/{file}': {
    get: {
      operationId: 'demandFile',
      summary:
        'A photo, paper or recording of a demand, for who may read its words; a read record stands before a byte is sent.',
      tags: ['system'],
      security: [{ session: [] }],
      parameters: [
        ...['demand', 'file'].map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        { name: 'purpose', in: 'query', required: true, schema: { type: 'string' } },
      ],
      responses: {
        200: { description: 'The file.', content: { 'application/octet-stream': { schema: { type: 'string' } } } },
        '4XX': problem('`sign-in.needed`, `not-found`, `not-allowed`, `field.invalid`'),
      },
    },
  },
  '/api/paper/{name}': {
    get: {
      operationId: 'paper',
      summary: 'A paper from the figures as an editable document: brief.docx, summary.docx or visit.docx.',
      tags: ['system'],
      security: [{ session: [] }],
      parameters: [
        { name: 'name', in: 'path', required: true, schema: { type: 'string' } },
        ...['unit', 'from', 'to'].map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
      ],
      responses: {
        200: { description: 'DOCX.', content: { 'application/octet-stream': { schema: { type: 'string' } } } },
        '4XX': problem('`sign-in.needed`, `not-found`, `field.invalid`'),
      },
    },
  },
  '/api/article-text': {
    post: {
      operationId: 'articleText',
      summary: 'The text of an HTML or Markdown file in blocks, to fill a draft with. Nothing is kept.',
      tags: ['system'],
      security: [{ session: [] }],
      requestBody: { required: true, ...content(ArticleFile) },
      responses: {
        200: { description: 'Blocks.', ...content(ArticleText) },
        '4XX': problem('`sign-in.needed`, `not-allowed`, `field.invalid`, `article.unreadable`'),
      },
    },
  },
  '/api/openapi.json': {
    get: operation('openapi', 'This document.', {
      200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
    }),
  },
  '/health': {
    get: operation('health', 'Whether the server and its database answer. Says nothing of content.', {
      200: { description: 'Both answer.', content: healthContent('ok') },
      503: { description: 'The database does not.', content: healthContent('down') },
    }),
  },
}

/** Stands in a story database only. */
export const clockPath = {
  '/api/clock': {
    post: {
      ...operation('clock', 'Sets the clock of a story forward. There is no such route in any other database.', {
        200: { description: 'Where it stands now.', content: { 'application/json': { schema: instant() } } },
        '4XX': problem('`field.invalid`: no instant, or one before the present.'),
      }),
      requestBody: { required: true, content: { 'application/json': { schema: instant() } } },
    },
  },
}

function operation(operationId: string, summary: string, responses: object) {
  return { operationId, summary, tags: ['system'], security: [{}], responses }
}

function problem(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

function instant() {
  const at = { type: 'string', format: 'date-time' }
  return { type: 'object', required: ['at'], properties: { at }, additionalProperties: false }
}

function healthContent(status: 'ok' | 'down') {
  const word = { const: status }
  const properties = {
    status: word,
    version: { type: 'string' },
    schema: { type: ['integer', 'null'] },
    database: word,
  }
  return {
    'application/json': {
      schema: { type: 'object', required: ['status', 'version', 'schema', 'database'], properties },
    },
  }
}
