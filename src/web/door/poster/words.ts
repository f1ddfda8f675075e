import type { Dress } from '../dress.ts'
import { enPoster } from '../text/en-poster.ts'
import { zhPoster } from '../text/zh-poster.ts'

/** Words of posters and cards in the page's language. */
export function posterWords({ locale }: Pick<Dress, 'locale'>): typeof zhPoster {
  return locale === 'en' ? enPoster : zhPoster
}
