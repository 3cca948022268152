'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../_lib/format/moments.ts'
import type { Safety } from '../prepare/view.ts'

/** SafetyWords says how the machine is isolated as this is printed, and what that does not replace. */
export function SafetyWords({ safety }: { readonly safety: Safety }): ReactNode {
  const t = useTranslations('print')
  const words = useTranslations('isolation')
  const { isolation, plan } = safety
  const energies = (isolation?.content ?? plan?.content)?.energies ?? []
  const standing = isolation !== null ? t('standing', { phase: words(`phase.${isolation.phase}`), locks: isolation.locks.length }) : t(plan === null ? 'noPlan' : 'notIsolated')
  return (
    <>
      <p><b>{standing}</b> {t('paperOnly')}</p>
      {energies.length > 0 && <p>{t('energies')} {energies.map((energy) => `${words(`energy.${energy.type}`)} ${energy.magnitude} (${energy.device})`).join('; ')}</p>}
    </>
  )
}

/** PermitTable lists an order's permits with their time and people. */
export function PermitTable({ permits, timeZone }: { readonly permits: Safety['permits']; readonly timeZone: string }): ReactNode {
  const t = useTranslations('print')
  const words = useTranslations('isolation')
  const locale = useLocale()
  const at = (iso: string): string => formatMoment(Date.parse(iso), 'short', locale, timeZone)
  if (permits.length === 0) return <p>{t('noPermits')}</p>
  return (
    <table>
      <colgroup><col style={{ width: '46mm' }} /><col /><col style={{ width: '44mm' }} /></colgroup>
      <thead><tr><th>{t('permit')}</th><th>{t('work')}</th><th>{t('valid')}</th></tr></thead>
      <tbody>
        {permits.map((permit) => (
          <tr key={permit.id}>
            <td><b>{permit.number}</b> {words(`kind.${permit.kind}`)}<br />{permit.expired ? words('status.expired') : words(`status.${permit.status}`)}</td>
            <td>{permit.work}<br /><span className="small">{words('people', { performer: permit.performer.name, issuer: permit.issuer.name })}</span></td>
            <td className="num">{at(permit.from)} {words('to')} {at(permit.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
