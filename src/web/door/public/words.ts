import type { Dress } from '../dress.ts'
import { enPrivacy } from '../text/en-privacy.ts'
import { enPublic } from '../text/en-public.ts'
import { zhPrivacy } from '../text/zh-privacy.ts'
import { zhPublic } from '../text/zh-public.ts'

/** Words of the public pages in the page's language. */
export function publicWords({ locale }: Pick<Dress, 'locale'>): typeof zhPublic {
  return locale === 'en' ? enPublic : zhPublic
}

/** Words of `/privacy`. */
export function privacyWords({ locale }: Pick<Dress, 'locale'>): typeof zhPrivacy {
  return locale === 'en' ? enPrivacy : zhPrivacy
}
