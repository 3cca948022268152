import type { Emergency, StatusScreen } from '#server/core/public/screens.ts'
import { formatMoment } from '../../_lib/format/moments.ts'
import { Html, html, lines } from '../../_lib/html/html.ts'
import type { PlainWords } from '../../_lib/i18n/plain.ts'

/** emergencyBox is what somebody in danger reads and calls, before anything else. */
export const emergencyBox = ({ words, phone }: Emergency, { t }: PlainWords): Html => html`
<div class="box danger" role="status"><p><b>${t('emergency.now')}</b></p><p>${lines(words ?? t('emergency.default'))}</p>
${phone !== null && html`<a class="button" href="tel:${phone.replace(/[^\d+*#]/g, '')}">${t('emergency.call', { phone })}</a>`}</div>`

/** qrBox shows a QR code, which reads the same as the link beside it. */
export const qrBox = ({ qr, url }: Pick<StatusScreen, 'qr' | 'url'>): Html => html`<div class="qr" role="img" aria-label="${url}">${new Html(qr)}</div>`

/** timeOf writes a moment by the plant's clock. */
export const timeOf = (at: Date, zone: string, { locale }: PlainWords): string => formatMoment(at.getTime(), 'short', locale, zone)
