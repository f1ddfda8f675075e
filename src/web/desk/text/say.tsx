import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { KitLanguage } from '../../kit/language.tsx'
import { recall, remember } from '../frame/remembered.ts'
import { type TextKey, zh } from './zh.ts'

export type Language = 'zh' | 'en'
export type Params = Readonly<Record<string, string | number>>

// Most speak Chinese here, so English is a file of its own, fetched by whoever wants it.
const catalogues: { zh: Readonly<Record<TextKey, string>>; en?: Readonly<Record<TextKey, string>> } = { zh }

/** Fetches the texts of a language, once. Until then everything is said in Chinese. */
export async function learn(language: Language): Promise<void> {
  if (language === 'en' && !catalogues.en) catalogues.en = (await import('./en.ts')).en
}

/** A text of the catalogue with its parameters put in. */
export function sayIn(language: Language, key: TextKey, params: Params = {}): string {
  return (catalogues[language] ?? zh)[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** Whether a key put together at run time (`refusal.<code>`) stands in the catalogue. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(zh, key)
}

export interface Speech {
  readonly language: Language
  readonly speak: (language: Language) => void
  readonly say: (key: TextKey, params?: Params) => string
  /** A key put together at run time, or the other one when there is no such text. */
  readonly sayOr: (key: string, otherwise: TextKey, params?: Params) => string
}

/** The language this browser was set to. */
export function wished(): Language {
  return recall('language') === 'en' ? 'en' : 'zh'
}

const Speaking = createContext<Speech | null>(null)

export function SpeechProvider({ children }: { children: ReactNode }) {
  const [language, turnTo] = useState<Language>(() => (wished() === 'en' && catalogues.en ? 'en' : 'zh'))
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const speech = useMemo<Speech>(() => {
    const say = (key: TextKey, params?: Params) => sayIn(language, key, params)
    return {
      language,
      speak: (wish) => {
        remember('language', wish)
        // Without a line the desk goes on in the language it knows; the wish is kept for the next time.
        void learn(wish).then(
          () => turnTo(wish),
          () => undefined,
        )
      },
      say,
      sayOr: (key, otherwise, params) => say(isTextKey(key) ? key : otherwise, params),
    }
  }, [language])
  return (
    <Speaking.Provider value={speech}>
      <KitLanguage language={language}>{children}</KitLanguage>
    </Speaking.Provider>
  )
}

export function useSpeech(): Speech {
  const speech = useContext(Speaking)
  if (!speech) throw new Error('a component speaks outside SpeechProvider')
  return speech
}
