'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useDraft } from '../../../../_lib/tablet/hooks/use-draft.ts'
import { BigButton } from '../../shell/components/big-button.tsx'

interface LockFormProps {
  /** Where the text is kept until it is used. */
  readonly draft: string
  readonly label: string
  readonly action: string
  readonly look?: 'main' | 'plain'
  readonly onDone: (text: string) => Promise<void>
}

/** LockForm asks what stands on a lock or tag, and records that it is on; what is typed stays on the tablet. */
export function LockForm({ draft, label, action, look = 'main', onDone }: LockFormProps): ReactNode {
  const t = useTranslations('tabletSafety')
  const [text, setText] = useDraft(draft)
  const [lacks, setLacks] = useState(false)
  const keep = async (): Promise<void> => {
    if (text.trim() === '') setLacks(true)
    else {
      await onDone(text.trim())
      setText('')
    }
  }
  return (
    <form className="grid gap-3" onSubmit={(event) => { event.preventDefault(); void keep() }}>
      <label className="grid min-w-0 gap-1.5 text-m18">
        <span>{label}</span>
        <input
          value={text} onChange={(event) => { setText(event.target.value); setLacks(false) }} maxLength={80} autoComplete="off" aria-invalid={lacks}
          className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m22"
        />
      </label>
      {lacks && <p role="alert" className="text-m18 font-mid">{t('numberNeeded')}</p>}
      <BigButton type="submit" look={look}><Lock size={24} strokeWidth={1.7} aria-hidden />{action}</BigButton>
    </form>
  )
}
