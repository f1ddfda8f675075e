import type { Cell } from './suppress.ts'

/** One thing that was asked: the unknowns it is the sum of, what was told, what it truly is. */
export type Question = {
  readonly of: readonly number[]
  readonly cell: Cell
  readonly n: number
  readonly asked: string
}

// Elimination in a field whose products stay exact; nothing small is determined there that is not in whole numbers.
const prime = 94_906_249

function inverse(a: number): number {
  let [r, s, x, y] = [prime, a, 0, 1]
  while (s > 0) {
    const q = Math.floor(r / s)
    ;[r, s, x, y] = [s, r - q * s, y, x - q * y]
  }
  return ((x % prime) + prime) % prime
}

/** The span of the answers, in echelon form. */
class Solved {
  readonly #rows = new Map<number, Float64Array>()
  readonly #width: number
  constructor(width: number) {
    this.#width = width
  }
  #reduce(of: readonly number[]): Float64Array {
    const row = new Float64Array(this.#width)
    for (const each of of) row[each] = 1
    for (let col = 0; col < this.#width; col += 1) {
      const factor = row[col] as number
      const known = factor === 0 ? undefined : this.#rows.get(col)
      if (known)
        for (let k = col; k < this.#width; k += 1)
          row[k] = ((((row[k] as number) - factor * (known[k] as number)) % prime) + prime) % prime
    }
    return row
  }
  learn(of: readonly number[]): void {
    const row = this.#reduce(of)
    const lead = row.findIndex((value) => value !== 0)
    if (lead < 0) return
    const scale = inverse(row[lead] as number)
    this.#rows.set(
      lead,
      row.map((value) => (value * scale) % prime),
    )
  }
  knows(of: readonly number[]): boolean {
    return this.#reduce(of).every((value) => value === 0)
  }
}

/** Questions whose small answer follows from all that was told. A sum that is nothing tells that each of its parts is. */
export function learnt(asked: readonly Question[], fewest: number): string[] {
  const nothing = new Set(asked.flatMap(({ cell, of }) => ('n' in cell && cell.n === 0 ? of : [])))
  const unknown = [...new Set(asked.flatMap(({ of }) => of))].filter((each) => !nothing.has(each))
  const column = new Map(unknown.map((each, n) => [each, n]))
  const left = (of: readonly number[]) => of.flatMap((each) => column.get(each) ?? [])
  const solved = new Solved(unknown.length)
  for (const { cell, of } of asked) if ('n' in cell && cell.n > 0) solved.learn(left(of))
  return asked.flatMap(({ n, of, asked: what }) => (n > 0 && n < fewest && solved.knows(left(of)) ? [what] : []))
}
