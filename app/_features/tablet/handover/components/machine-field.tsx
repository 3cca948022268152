'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMatches } from '../../../../_lib/tablet/hooks/use-assets.ts'
import { BigButton } from '../../shell/components/big-button.tsx'

interface MachineFieldProps {
  readonly label: string
  /** The tag of the chosen position, empty before. */
  readonly tag: string
  readonly onChoose: (tag: string) => void
}

const SHOWN = 4

/** MachineField finds a machine by its tag or name in the tablet's own list, and shows the chosen one. */
export function MachineField({ label, tag, onChoose }: MachineFieldProps): ReactNode {
  const t = useTranslations('tabletSafety.handover')
  const [text, setText] = useState('')
  const found = useMatches(text)
  if (tag !== '') {
    return (
      <div className="grid gap-1.5 text-m18">
        <span className="font-mid">{label}</span>
        <div className="flex items-center gap-3"><p className="min-w-0 flex-1 break-words">{tag}</p><BigButton onClick={() => { onChoose('') }}>{t('other')}</BigButton></div>
      </div>
    )
  }
  return (
    <div className="grid gap-2">
      <label className="grid min-w-0 gap-1.5 text-m18">
        <span className="font-mid">{label}</span>
        <input value={text} onChange={(event) => { setText(event.target.value) }} autoCapitalize="characters" autoComplete="off" className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m22" />
      </label>
      {text.trim() !== '' && found?.length === 0 && <p className="text-m16 text-fg-2">{t('noMachine')}</p>}
      {found?.slice(0, SHOWN).map((asset) => <BigButton key={asset.id} className="justify-start! text-start!" onClick={() => { onChoose(asset.tag) }}>{asset.tag} {asset.name}</BigButton>)}
    </div>
  )
}
