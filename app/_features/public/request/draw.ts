import type { Reader, RequestScreen } from '#server/core/public/screens.ts'
import { html, type Part } from '../../../_lib/html/html.ts'
import { plainWords, type PlainWords } from '../../../_lib/i18n/plain.ts'
import { addressIn, KIOSK_S, page, type PageParts } from '../document.ts'
import { emergencyBox, qrBox } from '../pieces.ts'
import { requestForm } from './form.ts'

type SentScreen = Extract<RequestScreen, { kind: 'sent' }>

const sent = ({ status, danger }: SentScreen, words: PlainWords, reader: Reader): Part => {
  const { t, locale } = words
  return html`<h1>${t('sent.title')}</h1>
${danger !== null && emergencyBox(danger, words)}
${status.joined && html`<p>${t('sent.joined')}</p>`}
<p>${t(reader.kiosk ? 'sent.scan' : 'sent.keep')}</p>${qrBox(status)}
${!reader.kiosk && html`<p><a class="button" href="${status.url}">${t('sent.open')}</a></p>`}
<p><a class="button quiet" href="${addressIn(reader, locale)}">${t('sent.another')}</a></p>
${reader.kiosk && html`<p class="soft small">${t('sent.back', { seconds: KIOSK_S })}</p>`}`
}

function parts(screen: RequestScreen, words: PlainWords, reader: Reader): PageParts {
  const { t, locale } = words
  switch (screen.kind) {
    case 'form':
      return { title: t('title.form'), body: requestForm(screen, words, reader) }
    case 'sent':
      return { title: t('sent.title'), body: sent(screen, words, reader), ...(reader.kiosk ? { then: { seconds: KIOSK_S, to: addressIn(reader, locale) } } : {}) }
    case 'wait':
      return { title: t('title.wait'), body: html`<h1>${t('title.wait')}</h1><p>${t('wait.text', { seconds: screen.seconds })}</p>${screen.emergency !== null && emergencyBox(screen.emergency, words)}` }
    case 'closed':
      return { title: t('title.closed'), body: html`<h1>${t('title.closed')}</h1><p>${t('closed.text')}</p>` }
  }
}

/** drawRequest writes the page of a poster's address. */
export async function drawRequest(screen: RequestScreen, reader: Reader): Promise<string> {
  const words = await plainWords(reader.language, reader.acceptLanguage)
  return page(words, reader, parts(screen, words, reader))
}
