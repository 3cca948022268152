import { html, lines, type Html, type Part } from '../../../_lib/html/html.ts'
import type { PlainWords } from '../../../_lib/i18n/plain.ts'
import { timeOf } from '../pieces.ts'
import type { ContractorOrder } from '#server/core/public/contractor-screen.ts'

type Order = ContractorOrder

const permits = ({ permits: all, zone }: Order, words: PlainWords): Part => {
  const { t, safety } = words
  if (all.length === 0) return html`<p>${t('contractor.noPermits')}</p>`
  return html`<ul class="way">${all.map((permit) => html`<li><b>${safety(`kind.${permit.kind}`)}: ${safety(`status.${permit.expired ? 'expired' : permit.status}`)}</b>
${permit.number}, ${permit.work}<br><span class="soft">${timeOf(new Date(permit.from), zone, words)} – ${timeOf(new Date(permit.to), zone, words)}</span></li>`)}</ul>`
}

const energies = (order: Order, { t, safety }: PlainWords): Part => {
  const content = order.isolation?.content ?? order.plan?.content
  if (content === undefined) return html`<p>${t('contractor.noPlan')}</p>`
  return html`<ul class="way">${content.energies.map(({ type, magnitude, device, location, zero }) => html`<li><b>${safety(`energy.${type}`)}, ${magnitude}</b>
${device}, ${location}<br><span class="soft">${lines(zero)}</span></li>`)}</ul>`
}

/** safetyParts is what keeps a contractor safe: whether the machine is isolated, its energies, and the permits. It reads, and never replaces his own lock. */
export function safetyParts(order: Order, words: PlainWords): Html {
  const { t, safety } = words
  const phase = order.isolation === null ? t('contractor.notIsolated') : safety(`phase.${order.isolation.phase}`)
  return html`<h2>${t('contractor.safety')}</h2>
<div class="box"><p><b>${phase}</b></p><p>${t('contractor.ownLock')}</p></div>
${energies(order, words)}
<h2>${t('contractor.permits')}</h2>${permits(order, words)}`
}
