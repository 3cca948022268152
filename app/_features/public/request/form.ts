import type { Refusal } from '#server/core/attachments/attachment.ts'
import { PUBLIC_FILE_BYTES } from '#server/core/public/limits.ts'
import type { FormIssue, Reader, RequestScreen } from '#server/core/public/screens.ts'
import { html, type Html } from '../../../_lib/html/html.ts'
import type { PlainWords } from '../../../_lib/i18n/plain.ts'
import { addressIn } from '../document.ts'
import { emergencyBox } from '../pieces.ts'

type FormScreen = Extract<RequestScreen, { kind: 'form' }>
type Words = PlainWords['t']

const LIMIT = { limit: PUBLIC_FILE_BYTES / (1024 * 1024) }

const refusalWords = (refusal: Refusal | null, t: Words): string =>
  t(refusal === 'heic' ? 'refusal.heic' : refusal === 'type' || refusal === 'not-for-kind' ? 'refusal.type' : 'refusal.other')

const issueWords = (issue: FormIssue, refusal: Refusal | null, t: Words): string => t(`issue.${issue}`, { ...LIMIT, why: refusalWords(refusal, t) })

const AT_FIELD: Readonly<Partial<Record<FormIssue, string>>> = {
  said: 'said', machine: 'machine', stopped: 'stopped-yes', danger: 'danger-yes', name: 'name', contact: 'contact', 'photo-too-large': 'photo', 'photo-refused': 'photo', 'too-large': 'photo', 'photo-again': 'photo',
}

const wrong = ({ issues, refusal }: FormScreen, { t }: PlainWords): Html | null => issues.length === 0 ? null : html`
<div class="box wrong" role="alert"><b>${t('issue.title')}</b><ul>${issues.map((issue) => {
    const at = AT_FIELD[issue]
    return html`<li>${at === undefined ? issueWords(issue, refusal, t) : html`<a href="#${at}">${issueWords(issue, refusal, t)}</a>`}</li>`
  })}</ul></div>`

const text = (name: 'machine' | 'name' | 'contact', label: string, hint: string | null, optional: string | null, screen: FormScreen, complete: string, most: number): Html => html`
<div class="field"><label for="${name}">${label}${optional !== null && html` <span class="soft small">(${optional})</span>`}</label>
${hint !== null && html`<span class="hint" id="${name}-hint">${hint}</span>`}
<input type="text" id="${name}" name="${name}" maxlength="${most}" autocomplete="${complete}" value="${screen.values[name] ?? ''}"${hint !== null && html` aria-describedby="${name}-hint"`}></div>`

const question = (name: 'stopped' | 'danger', screen: FormScreen, { t }: PlainWords, more: Html | null = null): Html => html`
<fieldset><legend>${t(`form.${name}`)}</legend><div class="pair">
${(['yes', 'no'] as const).map((answer) => html`<input type="radio" id="${name}-${answer}" name="${name}" value="${answer}" required${screen.values[name] === answer && html` checked`}><label for="${name}-${answer}">${t(`form.${answer}`)}</label>`)}
${more !== null && html`<div class="more">${more}</div>`}</div></fieldset>`

/** requestForm is the form of a poster's address. Whoever says that somebody is in danger reads at once what to do: the page's style alone shows it. */
export function requestForm(screen: FormScreen, words: PlainWords, reader: Reader): Html {
  const { t, locale } = words
  const { machine } = screen
  const complete = (kind: string): string => (reader.kiosk ? 'off' : kind)
  return html`
<h1>${t('title.form')}</h1>
<p class="soft">${machine === null ? screen.siteName : html`<b>${machine.tag}</b> ${machine.name}, ${screen.siteName}`}</p>
${wrong(screen, words) ?? html`<p>${t('form.lead')}</p>`}
<form method="post" action="${addressIn(reader, locale)}" enctype="multipart/form-data"${reader.kiosk && html` autocomplete="off"`}>
<input type="hidden" name="token" value="${screen.token}">
<div class="field"><label for="said">${t('form.said')}</label><span class="hint" id="said-hint">${t('form.saidHint')}</span>
<textarea id="said" name="said" required minlength="3" maxlength="2000" aria-describedby="said-hint"${reader.kiosk && html` autocomplete="off"`}>${screen.values.said ?? ''}</textarea></div>
${machine === null && text('machine', t('form.machine'), t('form.machineHint'), t('form.optional'), screen, 'off', 60)}
${question('stopped', screen, words)}
${question('danger', screen, words, emergencyBox(screen.emergency, words))}
<div class="field"><label for="photo">${t('form.photo')} <span class="soft small">(${t('form.optional')})</span></label><span class="hint" id="photo-hint">${t('form.photoHint', LIMIT)}</span>
<input type="file" id="photo" name="photo" accept="image/jpeg,image/png,image/webp" aria-describedby="photo-hint"></div>
${text('name', t('form.name'), null, t('form.optional'), screen, complete('name'), 100)}
${text('contact', t('form.contact'), t('form.contactHint'), t('form.optional'), screen, complete('tel'), 200)}
<div class="trap" aria-hidden="true"><label for="website">${t('form.trap')}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button type="submit">${t('form.send')}</button>
</form>`
}
