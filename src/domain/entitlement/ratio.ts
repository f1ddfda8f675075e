/** An exact fraction, lowest terms, `d` above 0. Money is divided by 21.75 and multiplied by 150 %: a float would drift. */
export type Ratio = { readonly n: bigint; readonly d: bigint }

/**
 * A fraction of two whole numbers.
 * @throws RangeError where the lower one is 0.
 */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  const [above, below] = [BigInt(n), BigInt(d)]
  if (below === 0n) throw new RangeError('a fraction has no 0 below')
  const sign = below < 0n ? -1n : 1n
  const by = common(above < 0n ? -above : above, below < 0n ? -below : below) * sign
  return { n: above / by, d: below / by }
}

/** Zero. */
export const nought = ratio(0)

/** A plain decimal such as `21.75`; full-width digits and thousands separators are a matter of whoever reads a form. Undefined for anything else. */
export function decimal(text: string): Ratio | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text)
  if (!match) return undefined
  const after = match[2] ?? ''
  return ratio(BigInt((match[1] ?? '') + after), 10n ** BigInt(after.length))
}

/** The product. */
export function times(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.n, a.d * b.d)
}

/**
 * The quotient.
 * @throws RangeError where `b` is 0.
 */
export function over(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d, a.d * b.n)
}

/** The sum. */
export function plus(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d)
}

/** The difference; may be below 0. */
export function minus(a: Ratio, b: Ratio): Ratio {
  return plus(a, { n: -b.n, d: b.d })
}

/** Whether `a` is more than `b`. */
export function isMore(a: Ratio, b: Ratio): boolean {
  return a.n * b.d > b.n * a.d
}

/** The nearest whole number, a half upwards (四舍五入): the only rounding of amounts, done once, at the end. */
export function rounded(a: Ratio): number {
  return Number(floorOf(a.n * 2n + a.d, a.d * 2n))
}

/** The whole number below: days short of a whole one do not count (企业职工带薪年休假实施办法 Art 5, 12). */
export function wholeOf(a: Ratio): number {
  return Number(floorOf(a.n, a.d))
}

/** With at most `places` decimals, a half upwards, without trailing zeros; `exact` says whether nothing was rounded away. */
export function written(a: Ratio, places = 2): { readonly text: string; readonly exact: boolean } {
  const scale = 10n ** BigInt(places)
  const all = floorOf(a.n * scale * 2n + a.d, a.d * 2n)
  const digits = (all < 0n ? -all : all).toString().padStart(places + 1, '0')
  const after = digits.slice(digits.length - places).replace(/0+$/, '')
  const text = `${all < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${after ? `.${after}` : ''}`
  return { text, exact: (a.n * scale) % a.d === 0n }
}

function floorOf(n: bigint, d: bigint): bigint {
  const down = n / d
  return n % d !== 0n && n < 0n ? down - 1n : down
}

function common(a: bigint, b: bigint): bigint {
  return b === 0n ? a : common(b, a % b)
}
