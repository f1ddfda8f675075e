/** A text of the rules in the two complete languages. Chinese is the original; other languages are catalogues of their own. */
export type Text = { readonly zh: string; readonly en: string }
