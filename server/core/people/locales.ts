/** LOCALES are the languages the screens speak; the first is the default. */
export const LOCALES = ['en', 'de'] as const
export type Locale = (typeof LOCALES)[number]
