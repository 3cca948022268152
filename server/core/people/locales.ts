/** Language is what is said of a language once and for all: its own name, which way it is read, and whose dates and numbers go with it. */
export interface Language {
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** The tag that Intl formats by; plants in Europe and most of the world write the day before the month. */
  readonly formats: string
}

// The one list of languages. Whatever else a language needs (its folder in app/_lib/messages, its words of notifications)
// is a record by Locale, so that the compiler names what a new line here still lacks.
const LANGUAGES = {
  en: { name: 'English', direction: 'ltr', formats: 'en-GB' },
  de: { name: 'Deutsch', direction: 'ltr', formats: 'de' },
  fr: { name: 'Français', direction: 'ltr', formats: 'fr' },
  es: { name: 'Español', direction: 'ltr', formats: 'es' },
  // Instruments show Latin digits, in the Gulf as in Europe.
  ar: { name: 'العربية', direction: 'rtl', formats: 'ar-u-nu-latn' },
} as const satisfies Readonly<Record<string, Language>>

/** Locale is a language the screens speak. */
export type Locale = keyof typeof LANGUAGES

/** LOCALES are the languages the screens speak, in the order they are offered. */
export const LOCALES = Object.keys(LANGUAGES) as [Locale, ...Locale[]]

/** DEFAULT_LOCALE is spoken where nobody has chosen. */
export const DEFAULT_LOCALE: Locale = 'en'

/** isLocale tells whether a text names one of our languages. */
export const isLocale = (value: string): value is Locale => Object.hasOwn(LANGUAGES, value)

/** localeOf reads a stored language, the default where it is none of ours. */
export const localeOf = (value: string): Locale => (isLocale(value) ? value : DEFAULT_LOCALE)

/** languageOf is what is said of a language; of the default for a text that names none of ours. */
export const languageOf = (locale: string): Language => LANGUAGES[localeOf(locale)]
