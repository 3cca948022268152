import { LOCALES, languageOf } from '#server/core/people/locales.ts'
import type { Reader } from '#server/core/public/screens.ts'
import { Html, html, type Part } from '../../_lib/html/html.ts'
import type { PlainWords } from '../../_lib/i18n/plain.ts'
import { STYLE } from './style.ts'

/** KIOSK_S is how long a screen for many shows its answer, in seconds. */
export const KIOSK_S = 20

/** addressIn is a page's own address in a language, on the same kind of screen. */
export const addressIn = ({ path, kiosk }: Pick<Reader, 'path' | 'kiosk'>, locale: string): string => `${path}?lang=${locale}${kiosk ? '&kiosk=1' : ''}`

/** PageParts is what a plain page is made of. */
export interface PageParts {
  readonly title: string
  readonly body: Part
  /** Where the page leads by itself, after so many seconds. */
  readonly then?: { readonly seconds: number; readonly to: string }
  readonly wide?: boolean
}

/** page writes a whole plain page: no program, no font, no picture from elsewhere; other languages one tap away. */
export const page = ({ locale, language, t }: PlainWords, reader: Reader, { title, body, then, wide }: PageParts): string => html`<!doctype html>
<html lang="${locale}" dir="${language.direction}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow">
${then !== undefined && html`<meta http-equiv="refresh" content="${then.seconds};url=${then.to}">`}
<title>${title}</title><style>${new Html(STYLE)}</style>
</head>
<body><main${wide === true && html` class="wide"`}>
<nav class="top" aria-label="${t('language')}">${LOCALES.map((one) => one === locale
    ? html`<b lang="${one}" aria-current="true">${languageOf(one).name}</b> `
    : html`<a lang="${one}" href="${addressIn(reader, one)}">${languageOf(one).name}</a> `)}</nav>
${body}
</main></body></html>`.text
