'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMe } from '../../../../_lib/me/use-me.ts'
import { Segmented } from '../../../../_ui/segmented.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { isEncrypted, type MqttDraft } from '../../prepare/setup/draft.ts'
import type { ProblemWords } from '../../prepare/setup/problems.ts'
import { MoreFields } from './more-fields.tsx'

interface BrokerFieldsProps {
  readonly draft: MqttDraft
  readonly problem: ProblemWords
  readonly onChange: (draft: MqttDraft) => void
}

const EXAMPLE_SECRET = 'mqtt-hall-3'

/** BrokerFields say where the broker is and as whom to sign in; a password is named, never typed here. */
export function BrokerFields({ draft, problem, onChange }: BrokerFieldsProps): ReactNode {
  const t = useTranslations('setup.broker')
  const change = (part: Partial<MqttDraft>): void => { onChange({ ...draft, ...part }) }
  const { orgSlug } = useMe()
  const secret = draft.passwordSecret.trim() === '' ? EXAMPLE_SECRET : draft.passwordSecret.trim()
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 max-sm:grid-cols-1">
        <TextField
          label={t('url')} placeholder="mqtt://10.20.4.12:1883" value={draft.url} error={problem('url')} hint={isEncrypted(draft.url) ? t('encrypted') : t('plain')}
          inputMode="url" autoComplete="off" onChange={(url) => { change({ url }) }}
        />
        <div>
          <p aria-hidden className="mb-1 text-12 text-fg-2">{t('protocol')}</p>
          <Segmented label={t('protocol')} value={draft.protocol} choices={[{ id: '5', label: 'MQTT 5' }, { id: '3.1.1', label: '3.1.1' }]} onChange={(protocol) => { change({ protocol }) }} />
        </div>
      </div>
      <div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1">
        <TextField label={t('username')} value={draft.username} error={problem('username')} autoComplete="off" onChange={(username) => { change({ username }) }} />
        <TextField
          label={t('passwordSecret')} placeholder={EXAMPLE_SECRET} value={draft.passwordSecret} error={problem('passwordSecret')} autoComplete="off"
          onChange={(passwordSecret) => { change({ passwordSecret }) }}
        />
      </div>
      <p className="-mt-1 max-w-[75ch] text-12 text-pretty text-fg-2">{t.rich('secretHow', { secret: `${orgSlug}/${secret}`, code: (chunks) => <code className="font-sans font-mid break-all text-fg">{chunks}</code> })}</p>
      <MoreFields draft={draft} problem={problem} onChange={change} />
    </div>
  )
}
