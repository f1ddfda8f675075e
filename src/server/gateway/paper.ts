import { AlignmentType, Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'

/** A sentence of a paper; `note` stands under the line, as a footnote. */
export type PaperLine = { readonly text: string; readonly note?: string }
/** A paper: title, whose it is and for when, and its sections. */
export type Paper = {
  readonly title: string
  readonly under: string
  readonly sections: readonly { readonly heading: string; readonly lines: readonly PaperLine[] }[]
}

/** By name, as GB/T 9704 sets official papers; a computer without them takes its own. None is embedded. */
const fonts = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋_GB2312' },
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '方正小标宋简体' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '黑体' },
}
/** Half points: 三号 and 二号. */
const sizes = { text: 32, title: 44, note: 18 }

/** The paper as an editable document of text, without macros, links or pictures. */
export async function writePaper({ title, under, sections }: Paper): Promise<Buffer> {
  const notes = sections.flatMap(({ lines }) => lines.flatMap(({ note }) => (note === undefined ? [] : [note])))
  let noted = 0
  const line = ({ text, note }: PaperLine) =>
    new Paragraph({
      indent: { firstLine: sizes.text * 20 },
      children: [new TextRun(text), ...(note === undefined ? [] : [new FootnoteReferenceRun(++noted)])],
    })
  const heading = (text: string, level: 'title' | 'heading') =>
    new Paragraph({
      heading: level === 'title' ? HeadingLevel.TITLE : HeadingLevel.HEADING_1,
      alignment: level === 'title' ? AlignmentType.CENTER : AlignmentType.LEFT,
      children: [
        new TextRun({ text, font: fonts[level], size: level === 'title' ? sizes.title : sizes.text, color: '000000' }),
      ],
    })
  const paper = new Document({
    title,
    creator: under,
    styles: { default: { document: { run: { font: fonts.text, size: sizes.text } } } },
    footnotes: Object.fromEntries(
      notes.map((note, at) => [
        at + 1,
        { children: [new Paragraph({ children: [new TextRun({ text: note, size: sizes.note })] })] },
      ]),
    ),
    sections: [
      {
        children: [
          heading(title, 'title'),
          new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(under)] }),
          ...sections.flatMap((section) => [heading(section.heading, 'heading'), ...section.lines.map(line)]),
        ],
      },
    ],
  })
  return Packer.toBuffer(paper)
}
