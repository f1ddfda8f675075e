/** An amount in fen as people read it: `38,600.00`. */
export function sayYuan(fen: number): string {
  const yuan = Math.floor(fen / 100)
  const grouped = String(yuan).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${grouped}.${String(fen % 100).padStart(2, '0')}`
}

/**
 * Fen from what was typed as yuan: `38600`, `38,600.5`, `３８６００`. Null when it is no amount or has more than two
 * decimals; nothing is rounded.
 */
export function readYuan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,，元]/g, '')
  const read = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plain)
  return read ? Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0')) : null
}
