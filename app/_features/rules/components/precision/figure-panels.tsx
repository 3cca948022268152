'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import { ordersHref, SAID, type PrecisionView } from '../../prepare/precision.ts'
import { FigureLink } from './figure-link.tsx'

const NO_CURRENCY = 'XXX'

/** FalseCallsPanel says how often people came for nothing, and what that cost. */
export function FalseCallsPanel({ view }: { readonly view: PrecisionView }): ReactNode {
  const t = useTranslations('verdicts.false')
  const words = useFigureWords()
  const { total, window, ruleId, rate } = view
  const { cost } = total
  const currency = rate?.currency ?? NO_CURRENCY
  const missing = [
    ...(cost.withoutRecords > 0 ? [t('withoutRecords', { count: cost.withoutRecords })] : []), ...(cost.unpricedParts > 0 ? [t('unpriced', { count: cost.unpricedParts })] : []),
  ]
  return (
    <Panel title={t('title')} bare>
      <Table label={t('title')}>
        <tbody>
          <tr><Td>{t('count')}</Td><Td number><FigureLink count={total.falseCalls} label={t('count')} href={ordersHref({ rule: ruleId, outcomes: SAID.wrong }, window)} /></Td></tr>
          <tr><Td>{t('rate')}<span className="block text-12 text-fg-2">{t('months', { months: words.rate(total.assetMonths) })}</span></Td><Td number>{words.rate(total.falsePerAssetMonth)}</Td></tr>
          <tr>
            <Td>{t('labour')}{rate !== null && <span className="block text-12 text-fg-2">{t('perHour', { rate: words.money(rate.perHour, currency) })}</span>}</Td>
            <Td number>{words.hours(cost.labourMs)}</Td>
          </tr>
          <tr><Td>{t('parts')}</Td><Td number>{words.money(cost.parts, currency)}</Td></tr>
          <tr><Td>{t('total')}</Td><Td number className="font-strong">{cost.total === null ? t('noRate') : words.money(cost.total, currency)}</Td></tr>
        </tbody>
      </Table>
      {missing.length > 0 && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('leftOut', { what: missing.join(', ') })}</p>}
    </Panel>
  )
}

/** LeadPanel says how long before the repair, and before the failure, the first alert came. */
export function LeadPanel({ view }: { readonly view: PrecisionView }): ReactNode {
  const t = useTranslations('verdicts.lead')
  const words = useFigureWords()
  const { toRepair, toFailure } = view.total
  return (
    <Panel title={t('title')} bare>
      <Table label={t('title')}>
        <thead><tr><Th><span className="sr-only">{t('title')}</span></Th><Th number>{t('toRepair')}</Th><Th number>{t('toFailure')}</Th></tr></thead>
        <tbody>
          <tr><Td>{t('median')}</Td><Td number className="font-strong">{words.lead(toRepair.medianMs)}</Td><Td number className="font-strong">{words.lead(toFailure.medianMs)}</Td></tr>
          <tr><Td>{t('p10')}</Td><Td number>{words.lead(toRepair.p10Ms)}</Td><Td number>{words.lead(toFailure.p10Ms)}</Td></tr>
          <tr><Td>{t('of')}</Td><Td number>{toRepair.n}</Td><Td number>{toFailure.n}</Td></tr>
          <tr><Td>{t('left')}</Td><Td number className="text-fg-2">{toRepair.left}</Td><Td number className="text-fg-2">{toFailure.left}</Td></tr>
        </tbody>
      </Table>
    </Panel>
  )
}

/** ConversionPanel says how many episodes of the rule led to an order. */
export function ConversionPanel({ view }: { readonly view: PrecisionView }): ReactNode {
  const t = useTranslations('verdicts.conversion')
  const words = useFigureWords()
  const { conversion, calls } = view.total
  return (
    <Panel title={t('title')} bare>
      <Table label={t('title')}>
        <tbody>
          <tr><Td>{t('alerts')}</Td><Td number>{conversion.n}</Td></tr>
          <tr><Td>{t('withOrder')}</Td><Td number className="font-strong">{conversion.withOrder} {conversion.share !== null && <span className="font-text text-fg-2">({words.share(conversion.share)})</span>}</Td></tr>
          <tr><Td>{t('orders')}</Td><Td number><FigureLink count={calls} label={t('orders')} href={ordersHref({ rule: view.ruleId }, view.window)} /></Td></tr>
          <tr><Td>{t('suppressed')}</Td><Td number className="text-fg-2">{conversion.suppressed}</Td></tr>
        </tbody>
      </Table>
      <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('note')}</p>
    </Panel>
  )
}
