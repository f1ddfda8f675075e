/** Small wishes of whoever sits here, kept by the browser. Never a person, a matter or a word that was typed. */
export type Wish = 'language' | 'letters' | 'care' | 'region'

export function recall(wish: Wish): string | null {
  try {
    return localStorage.getItem(`zhagen.desk.${wish}`)
  } catch {
    return null
  }
}

export function remember(wish: Wish, value: string): void {
  try {
    localStorage.setItem(`zhagen.desk.${wish}`, value)
  } catch {
    // A browser that keeps nothing is a wish too.
  }
}
