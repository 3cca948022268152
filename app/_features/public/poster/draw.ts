import type { PosterScreen, Reader } from '#server/core/public/screens.ts'
import { Html, html, lines } from '../../../_lib/html/html.ts'
import { plainWords } from '../../../_lib/i18n/plain.ts'

// Black on white, one A4 page, whatever the screen's theme is.
const STYLE = `
@page{size:A4;margin:16mm}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#000;font:18px/1.4 system-ui,sans-serif;text-align:center}
main{max-width:178mm;margin:0 auto;padding:8mm 4mm}
h1{font-size:44px;line-height:1.15;margin:0 0 4mm}
.what{font-size:26px;margin:0 0 6mm;overflow-wrap:anywhere}.what b{font-size:40px;display:block}
.qr{width:96mm;max-width:80%;margin:0 auto 6mm}.qr svg{display:block;width:100%;height:auto}
.how{font-size:22px;margin:0 0 6mm}
.url{font:13px/1.4 ui-monospace,monospace;overflow-wrap:anywhere;margin:0 0 6mm}
.danger{border:3px solid #000;border-radius:4mm;padding:4mm 6mm;font-size:20px}.danger p{margin:0 0 2mm}.danger p:last-child{margin:0}.danger strong{font-size:30px}
.hint{background:#eef0f1;padding:10px 16px;font-size:16px;margin:0}
@media print{.hint{display:none}main{padding:0}}
`

/** drawPoster writes the poster of an address: scan it, say what is wrong; and before that, what to do in danger. */
export async function drawPoster({ siteName, machine, url, qr, emergency }: PosterScreen, reader: Reader): Promise<string> {
  const { locale, language, t } = await plainWords(reader.language, reader.acceptLanguage)
  return html`<!doctype html>
<html lang="${locale}" dir="${language.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('poster.title')}: ${machine?.tag ?? siteName}</title><style>${new Html(STYLE)}</style></head>
<body><p class="hint">${t('poster.print')}</p><main>
<h1>${t('poster.title')}</h1>
<p class="what">${machine === null ? siteName : html`<b>${machine.tag}</b>${machine.name}, ${siteName}`}</p>
<div class="qr" role="img" aria-label="${url}">${new Html(qr)}</div>
<p class="how">${t('poster.how')}</p>
<p class="url">${url}</p>
<div class="danger"><p><b>${t('emergency.now')}</b></p><p>${lines(emergency.words ?? t('emergency.default'))}</p>${emergency.phone !== null && html`<p><strong>${emergency.phone}</strong></p>`}</div>
</main></body></html>`.text
}
