'use client'

import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { quantity as amount } from '#server/core/work-orders/quantity.ts'
import { BigButton } from '../../shell/components/big-button.tsx'

/** ChosenPart is a part whose amount is asked for; without an id it is known by its words only. */
export interface ChosenPart {
  readonly partId: string | null
  readonly name: string
  readonly unit: string | null
  readonly note: string
}

interface PartAmountProps {
  readonly part: ChosenPart
  readonly onUse: (quantity: string) => void
  readonly onBack: () => void
}

const stepped = (text: string, by: number): string => String(Math.max(1, (Number(text.replace(',', '.')) || 0) + by))

/** PartAmount asks how much of a part was taken: one is filled in, two buttons count, and any amount can be typed. */
export function PartAmount({ part, onUse, onBack }: PartAmountProps): ReactNode {
  const t = useTranslations('tabletMoves.parts')
  const id = useId()
  const [text, setText] = useState('1')
  const [tried, setTried] = useState(false)
  const read = amount.safeParse(text.trim().replace(',', '.'))
  const submit = (): void => {
    setTried(true)
    if (read.success) onUse(read.data)
  }
  return (
    <form className="grid gap-4" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      <div><h2 className="text-m22 font-strong break-words">{part.name}</h2><p className="text-m16 text-fg-2">{part.note}</p></div>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-m18 font-mid">{part.unit === null ? t('amount') : t('amountIn', { unit: part.unit })}</label>
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-2">
          <BigButton aria-label={t('less')} onClick={() => { setText(stepped(text, -1)) }}><Minus size={24} strokeWidth={2} aria-hidden /></BigButton>
          <input id={id} value={text} inputMode="decimal" autoComplete="off" aria-invalid={tried && !read.success} onChange={(event) => { setText(event.target.value) }} className="num frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-center text-m22" />
          <BigButton aria-label={t('more')} onClick={() => { setText(stepped(text, 1)) }}><Plus size={24} strokeWidth={2} aria-hidden /></BigButton>
        </div>
        {tried && !read.success && <p role="alert" className="text-m16 font-mid">{t('amountMissing')}</p>}
      </div>
      <BigButton type="submit" look="main">{t('use')}</BigButton>
      <BigButton onClick={onBack}>{t('other')}</BigButton>
    </form>
  )
}
