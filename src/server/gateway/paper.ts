import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** Words of a paper; `note` stands under the page, as a footnote. */
export type PaperRun = { readonly text: string; readonly note?: string }
/** A paragraph of one or several runs. */
export type PaperLine = PaperRun | readonly PaperRun[]
/** A table with a head; every cell is one run. */
export type PaperTable = { readonly head: readonly string[]; readonly rows: readonly (readonly PaperRun[])[] }
/** A section: a heading, its paragraphs, a table under them. */
export type PaperSection = {
  readonly heading: string
  readonly lines: readonly PaperLine[]
  readonly table?: PaperTable
}
/** A paper: title, whose it is and for when, its sections, and who signs it on which day. */
export type Paper = {
  readonly title: string
  readonly under: string
  readonly sections: readonly PaperSection[]
  readonly signed: readonly string[]
}

/** By name, as GB/T 9704 sets official papers; a computer without them takes its own. None is embedded. */
const fonts = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋_GB2312' },
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '方正小标宋简体' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '黑体' },
}
/** Half points: 三号 and 二号; 四号 in tables. */
const sizes = { text: 32, title: 44, cell: 28, note: 18 }
/** Twentieths of a point: 28 pt, as official papers set their lines. */
const line = { line: 560, lineRule: 'exact' as const }
/** Twentieths of a point, by GB/T 9704: A4 with 37 mm above, 28 mm at the left. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
}

/** The paper as an editable document of text and tables, without macros, links or pictures. */
export async function writePaper({ title, under, sections, signed }: Paper): Promise<Buffer> {
  const notes: string[] = []
  // The same note twice is one note less to read, but a footnote of a word processor belongs to one place.
  const children = ({ text, note }: PaperRun, size: number): ParagraphChild[] => {
    if (note === undefined) return [new TextRun({ text, size })]
    notes.push(note)
    return [new TextRun({ text, size }), new FootnoteReferenceRun(notes.length)]
  }
  const written = sections.flatMap(({ heading, lines, table }) => [
    head(heading, 'heading'),
    ...lines.map(
      (runs) =>
        new Paragraph({
          spacing: line,
          indent: { firstLine: sizes.text * 20 },
          children: [runs].flat().flatMap((run: PaperRun) => children(run, sizes.text)),
        }),
    ),
    ...(table ? [tableOf(table, (run) => children(run, sizes.cell))] : []),
  ])
  const end = signed.map(
    (text) => new Paragraph({ alignment: AlignmentType.RIGHT, spacing: line, children: [new TextRun(text)] }),
  )
  const paper = new Document({
    title,
    creator: '扎根',
    styles: { default: { document: { run: { font: fonts.text, size: sizes.text } } } },
    footnotes: Object.fromEntries(
      notes.map((note, at) => [
        at + 1,
        { children: [new Paragraph({ children: [new TextRun({ text: note, size: sizes.note })] })] },
      ]),
    ),
    sections: [
      {
        properties: { page },
        children: [
          head(title, 'title'),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: line,
            children: [new TextRun({ text: under, size: sizes.cell })],
          }),
          ...written,
          ...(end.length > 0 ? [new Paragraph({ spacing: line, children: [] }), ...end] : []),
        ],
      },
    ],
  })
  return Packer.toBuffer(paper)
}

function head(text: string, level: 'title' | 'heading'): Paragraph {
  const isTitle = level === 'title'
  return new Paragraph({
    heading: isTitle ? HeadingLevel.TITLE : HeadingLevel.HEADING_1,
    alignment: isTitle ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: isTitle ? { after: 200 } : { ...line, before: 120 },
    ...(isTitle ? {} : { indent: { firstLine: sizes.text * 20 } }),
    children: [
      new TextRun({ text, font: fonts[level], size: isTitle ? sizes.title : sizes.text, color: '000000', bold: false }),
    ],
  })
}

/** Thin lines, the head once more on each page, first column to the left. */
function tableOf({ head: names, rows }: PaperTable, children: (run: PaperRun) => ParagraphChild[]): Table {
  const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const cell = (run: PaperRun, column: number) =>
    new TableCell({
      margins: { left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: column === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: children(run),
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    rows: [
      new TableRow({ tableHeader: true, children: names.map((text, column) => cell({ text }, column)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
    ],
  })
}
