import type { ContractorScreen } from '#server/core/public/contractor-screen.ts'
import { MOST_FILES } from '#server/core/public/contractor.ts'
import { PUBLIC_FILE_BYTES } from '#server/core/public/limits.ts'
import type { Reader } from '#server/core/public/screens.ts'
import { html, lines, type Html, type Part } from '../../../_lib/html/html.ts'
import { plainWords, type PlainWords } from '../../../_lib/i18n/plain.ts'
import { addressIn, page, type PageParts } from '../document.ts'
import { timeOf } from '../pieces.ts'
import { safetyParts } from './safety.ts'

type OrderScreen = Extract<ContractorScreen, { kind: 'order' }>

const LIMIT = { limit: PUBLIC_FILE_BYTES / (1024 * 1024), files: MOST_FILES }

const files = ({ order }: OrderScreen, reader: Reader, { t }: PlainWords): Part => {
  const ready = order.files.filter(({ state }) => state === 'ready')
  if (ready.length === 0) return html`<p class="soft">${t('contractor.noFiles')}</p>`
  return html`<ul class="files">${ready.map(({ id, name, isPicture }) => {
    const at = `${reader.path}/files/${id}`
    return html`<li><a href="${at}">${isPicture && html`<img src="${at}?size=thumb" alt="" loading="lazy">`}${name}</a></li>`
  })}</ul>`
}

const said = ({ order }: OrderScreen, words: PlainWords): Part => order.said.length > 0 && html`<h2>${words.t('contractor.said')}</h2>
<ul class="way">${order.said.map(({ at, text }) => html`<li class="said"><span class="soft small">${timeOf(new Date(at), order.zone, words)}</span><br>${lines(text)}</li>`)}</ul>`

const form = (screen: OrderScreen, words: PlainWords, reader: Reader): Html => {
  const { t, locale } = words
  const { issue, text, opId, order } = screen
  return html`<h2 id="say">${t('contractor.say')}</h2>
${issue !== null && html`<div class="box wrong" role="alert">${t(`contractor.issue.${issue}`, LIMIT)}</div>`}
<form method="post" action="${addressIn(reader, locale)}" enctype="multipart/form-data">
<input type="hidden" name="op" value="${opId}">
<div class="field"><label for="text">${t('contractor.text')}</label><textarea id="text" name="text" maxlength="4000">${text}</textarea></div>
<div class="field"><label for="files">${t('contractor.files')}</label><span class="hint" id="files-hint">${t('contractor.filesHint', LIMIT)}</span>
<input type="file" id="files" name="files" multiple aria-describedby="files-hint"></div>
<div class="field tick"><input type="checkbox" id="done" name="done" value="yes"><label for="done">${t('contractor.done')}<span class="hint">${t('contractor.doneHint')}</span></label></div>
<button type="submit">${t('contractor.send')}</button>
</form>
${order.doneAt !== null && html`<p class="soft">${t('contractor.saidDone', { at: timeOf(order.doneAt, order.zone, words) })}</p>`}`
}

const body = (screen: OrderScreen, words: PlainWords, reader: Reader): Html => {
  const { t } = words
  const { order } = screen
  return html`
<p class="soft">${t('contractor.for', { name: order.name })}</p>
<h1>${order.title}</h1>
<p><b>${order.machine.tag}</b> ${order.machine.name} · ${order.number} · ${t(`status.stage.${order.stage}`)}</p>
${reader.sent && html`<div class="box" role="status">${t('contractor.sent')}</div>`}
${order.description !== null && html`<p class="said">${lines(order.description)}</p>`}
${order.steps.length > 0 && html`<h2>${t('contractor.steps')}</h2><ol>${order.steps.map(({ title, done }) => html`<li>${title}${done && html` <span class="soft">(${t('contractor.stepDone')})</span>`}</li>`)}</ol>`}
${safetyParts(order, words)}
<h2>${t('contractor.documents')}</h2>${files(screen, reader, words)}
${said(screen, words)}
${form(screen, words, reader)}
<p class="soft small">${t('contractor.until', { at: timeOf(order.expiresAt, order.zone, words) })} ${t('status.zone', { zone: order.zone })}</p>`
}

function parts(screen: ContractorScreen, words: PlainWords, reader: Reader): PageParts {
  const { t } = words
  switch (screen.kind) {
    case 'order':
      return { title: `${screen.order.number} ${screen.order.title}`, body: body(screen, words, reader) }
    case 'wait':
      return { title: t('title.wait'), body: html`<h1>${t('title.wait')}</h1><p>${t('wait.text', { seconds: screen.seconds })}</p>` }
    case 'closed':
      return { title: t('title.closed'), body: html`<h1>${t('title.closed')}</h1><p>${t('contractor.closed')}</p>` }
  }
}

/** drawContractor writes the page of a contractor's link. */
export async function drawContractor(screen: ContractorScreen, reader: Reader): Promise<string> {
  const words = await plainWords(reader.language, reader.acceptLanguage)
  return page(words, reader, parts(screen, words, reader))
}
