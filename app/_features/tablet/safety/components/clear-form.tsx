'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { BigButton } from '../../shell/components/big-button.tsx'
import { CheckRow } from './check-row.tsx'

interface ClearFormProps {
  /** Who has to be told, as the plan names them. */
  readonly told: readonly string[]
  readonly action: string
  /** Set where a reason is asked: what is tried. */
  readonly reason?: string
  readonly onDone: (reason: string) => Promise<void>
}

const SHORTEST = 3

/** ClearForm asks for what must be true before a machine may move again: tools clear, people told; for a test run also what is tried. */
export function ClearForm({ told, action, reason, onDone }: ClearFormProps): ReactNode {
  const t = useTranslations('tabletSafety')
  const [clear, setClear] = useState(false)
  const [said, setSaid] = useState(false)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const ready = clear && said && (reason === undefined || text.trim().length >= SHORTEST)
  const go = (): void => {
    setTried(true)
    if (ready) void onDone(text.trim())
  }
  return (
    <form className="grid gap-3" onSubmit={(event) => { event.preventDefault(); go() }}>
      <CheckRow checked={clear} onChange={setClear}>{t('toolsClear')}</CheckRow>
      <CheckRow checked={said} onChange={setSaid}>{told.length === 0 ? t('peopleTold') : t('peopleToldNamed', { people: told.join(', ') })}</CheckRow>
      {reason !== undefined && (
        <label className="grid min-w-0 gap-1.5 text-m18">
          <span>{reason}</span>
          <input value={text} onChange={(event) => { setText(event.target.value) }} maxLength={400} autoComplete="off" className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m18" />
        </label>
      )}
      {tried && !ready && <p role="alert" className="text-m18 font-mid">{t(clear && said ? 'reasonNeeded' : 'confirmFirst')}</p>}
      <BigButton type="submit" look="main">{action}</BigButton>
    </form>
  )
}
