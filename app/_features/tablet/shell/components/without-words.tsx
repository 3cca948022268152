import { Fragment, type ReactNode } from 'react'
import { languageOf, LOCALES, type Locale } from '#server/core/people/locales.ts'

const SORRY: Readonly<Record<Locale, { readonly failed: string; readonly again: string }>> = {
  en: { failed: 'The app could not be loaded.', again: 'Try again' },
  de: { failed: 'Die App ließ sich nicht laden.', again: 'Erneut versuchen' },
  fr: { failed: 'Impossible de charger l’application.', again: 'Réessayer' },
  es: { failed: 'No se ha podido cargar la aplicación.', again: 'Volver a intentar' },
  ar: { failed: 'تعذّر تحميل التطبيق.', again: 'إعادة المحاولة' },
}

/** WithoutWords is for the one moment when no language could be loaded: every language says the same, with the way on. */
export function WithoutWords(): ReactNode {
  return (
    <main className="mx-auto max-w-[480px] px-5 py-16 text-m18">
      {LOCALES.map((locale, index) => {
        const Line = index === 0 ? 'h1' : 'p'
        return <Line key={locale} lang={locale} dir={languageOf(locale).direction} className={index === 0 ? 'text-m22 font-strong' : 'text-fg-2'}>{SORRY[locale].failed}</Line>
      })}
      <p className="mt-4">
        <a href="/m">{LOCALES.map((locale, index) => <Fragment key={locale}>{index > 0 && ' · '}<bdi lang={locale}>{SORRY[locale].again}</bdi></Fragment>)}</a>
      </p>
    </main>
  )
}
