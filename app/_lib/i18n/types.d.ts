import type { Messages as AppMessages } from '../messages/en/index.ts'
import type { TabletMessages } from '../messages/en/for-tablet.ts'
import type { Locale as AppLocale } from './locales.ts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale
    Messages: AppMessages & TabletMessages
  }
}
