import type { Reader, StatusScreen } from '#server/core/public/screens.ts'
import { html, lines, type Part } from '../../../_lib/html/html.ts'
import { plainWords, type PlainWords } from '../../../_lib/i18n/plain.ts'
import { addressIn, page, type PageParts } from '../document.ts'
import { qrBox, timeOf } from '../pieces.ts'

type StatusPage = StatusScreen | { readonly kind: 'closed' } | { readonly kind: 'wait'; readonly seconds: number }

const status = (screen: StatusScreen, words: PlainWords, reader: Reader): Part => {
  const { t, locale } = words
  const { stage, stageAt, receivedAt, zone, reason } = screen
  return html`
<h1>${reader.sent ? t('sent.title') : t('title.status')}</h1>
${screen.joined && html`<p>${t('sent.joined')}</p>`}
<div class="box"><p><b>${t(`status.stage.${stage}`)}</b>${stage !== 'received' && html` <span class="soft">${t('status.since', { at: timeOf(stageAt, zone, words) })}</span>`}</p>
<p>${t(`status.text.${stage}`)}</p>
${reason !== null && html`<p>${lines(t('status.reason', { reason }))}</p>`}</div>
<p class="soft">${t('status.lead', { at: timeOf(receivedAt, zone, words) })}</p>
<p><a class="button quiet" href="${addressIn(reader, locale)}">${t('status.reload')}</a></p>
<p>${t('sent.keep')}</p>${qrBox(screen)}
<p class="soft small">${t('status.keep')} ${t('status.zone', { zone })}</p>`
}

function parts(screen: StatusPage, words: PlainWords, reader: Reader): PageParts {
  const { t } = words
  switch (screen.kind) {
    case 'status':
      return { title: t('title.status'), body: status(screen, words, reader) }
    case 'wait':
      return { title: t('title.wait'), body: html`<h1>${t('title.wait')}</h1><p>${t('wait.text', { seconds: screen.seconds })}</p>` }
    case 'closed':
      return { title: t('title.closed'), body: html`<h1>${t('title.closed')}</h1><p>${t('closed.text')}</p>` }
  }
}

/** drawStatus writes the page of a status link. */
export async function drawStatus(screen: StatusPage, reader: Reader): Promise<string> {
  const words = await plainWords(reader.language, reader.acceptLanguage)
  return page(words, reader, parts(screen, words, reader))
}
