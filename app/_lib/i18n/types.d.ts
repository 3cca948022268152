import type { Locale as AppLocale } from '#server/core/people/locales.ts'
import type { Messages as AppMessages } from '../messages/en/index.ts'
import type { TabletMessages } from '../messages/en/for-tablet.ts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale
    Messages: AppMessages & TabletMessages
  }
}
