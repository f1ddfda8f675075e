/**
 * Text of a file somebody chose. A spreadsheet in China saves CSV in GB 18030 unless told otherwise, or in UTF-16 with a
 * mark: what is no UTF-8 is read as those, so that a Chinese heading is not refused for its bytes.
 */
export async function readChosen(file: Blob): Promise<string> {
  return textOfBytes(new Uint8Array(await file.arrayBuffer()))
}

/** The text of bytes in UTF-8, UTF-16 with its mark, or else GB 18030. */
export function textOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
