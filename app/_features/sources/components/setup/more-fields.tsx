'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { isEncrypted, type MqttDraft } from '../../prepare/setup/draft.ts'
import type { ProblemWords } from '../../prepare/setup/problems.ts'

const MOST_HOURS = 720
const TLS = ['caSecret', 'certSecret', 'keySecret', 'serverName'] as const
const TLS_PATHS = { caSecret: 'tls.caSecret', certSecret: 'tls.certSecret', keySecret: 'tls.keySecret', serverName: 'tls.serverName' } as const

interface MoreFieldsProps {
  readonly draft: MqttDraft
  readonly problem: ProblemWords
  readonly onChange: (part: Partial<MqttDraft>) => void
}

/** MoreFields are what few brokers need: certificates, and how the broker knows us. They open by themselves when one of them is wrong. */
export function MoreFields({ draft, problem, onChange }: MoreFieldsProps): ReactNode {
  const t = useTranslations('setup.broker')
  const wrong = problem('clientId') !== undefined || TLS.some((field) => problem(TLS_PATHS[field]) !== undefined)
  return (
    <details open={wrong || undefined} className="group rounded-md border border-line-soft">
      <summary className="touch flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-md px-2.5 text-13 hover:bg-g3">
        <ChevronRight size={14} strokeWidth={1.5} aria-hidden className="text-fg-2 group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90" />
        {isEncrypted(draft.url) ? t('moreTls') : t('more')}
      </summary>
      <div className="grid gap-3 px-2.5 pt-1 pb-3">
        {isEncrypted(draft.url) && (
          <div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1">
            {TLS.map((field) => (
              <TextField
                key={field} label={t(field)} value={draft[field]} error={problem(TLS_PATHS[field])} hint={field === 'caSecret' || field === 'serverName' ? t(`${field}Hint`) : undefined} autoComplete="off"
                onChange={(text) => { onChange({ [field]: text }) }}
              />
            ))}
          </div>
        )}
        <div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1">
          <TextField label={t('clientId')} hint={t('clientIdHint')} value={draft.clientId} error={problem('clientId')} autoComplete="off" onChange={(clientId) => { onChange({ clientId }) }} />
          <NumberField label={t('kept')} hint={t('keptHint')} unit="h" minValue={0} maxValue={MOST_HOURS} value={draft.keptHours} error={problem('sessionExpirySeconds')} onChange={(keptHours) => { onChange({ keptHours }) }} />
        </div>
      </div>
    </details>
  )
}
