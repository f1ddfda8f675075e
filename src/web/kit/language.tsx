import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

/** Tells the components which language to speak in their own few words. */
export function KitLanguage({ language, children }: { language: 'zh' | 'en'; children: ReactNode }) {
  return <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>{children}</I18nProvider>
}
