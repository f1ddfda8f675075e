import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { KitLanguage } from '../../kit/language.tsx'
import { recall, remember } from '../frame/remembered.ts'
import { en } from './en.ts'
import { type TextKey, zh } from './zh.ts'

export type Language = 'zh' | 'en'
export type Params = Readonly<Record<string, string | number>>

const catalogues: Record<Language, Readonly<Record<TextKey, string>>> = { zh, en }

/** A text of the catalogue with its parameters put in. */
export function sayIn(language: Language, key: TextKey, params: Params = {}): string {
  return catalogues[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
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

const Speaking = createContext<Speech | null>(null)

export function SpeechProvider({ children }: { children: ReactNode }) {
  const [language, speak] = useState<Language>(() => (recall('language') === 'en' ? 'en' : 'zh'))
  useEffect(() => {
    remember('language', language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const speech = useMemo<Speech>(() => {
    const say = (key: TextKey, params?: Params) => sayIn(language, key, params)
    return {
      language,
      speak,
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
