'use client'

import { Delete } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isPin } from '../../../../_lib/tablet/people/pin.ts'
import { BigButton } from '../../shell/components/big-button.tsx'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

interface PinPadProps {
  readonly label: string
  readonly pin: string
  readonly onChange: (pin: string) => void
  readonly onDone: () => void
  readonly error: string | null
}

/** PinPad takes a PIN by big buttons, or by the keys; what was typed is shown as dots only. */
export function PinPad({ label, pin, onChange, onDone, error }: PinPadProps): ReactNode {
  const t = useTranslations('tabletWork.people')
  const add = (digit: string): void => { if (pin.length < 8) onChange(pin + digit) }
  return (
    <form className="grid gap-3" onSubmit={(event) => { event.preventDefault(); if (isPin(pin)) onDone() }}>
      <label className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5 text-m18">
        <span className="font-mid">{label}</span>
        <input
          type="password" inputMode="numeric" autoComplete="off" value={pin} maxLength={8} aria-invalid={error !== null}
          onChange={(event) => { onChange(event.target.value.replaceAll(/\D/g, '')) }} className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-center text-m22 tracking-[0.4em]"
        />
      </label>
      {error !== null && <p role="alert" className="text-m18 font-mid">{error}</p>}
      <div className="grid grid-cols-3 gap-2">
        {DIGITS.map((digit) => <BigButton key={digit} onClick={() => { add(digit) }}>{digit}</BigButton>)}
        <BigButton aria-label={t('delete')} onClick={() => { onChange(pin.slice(0, -1)) }}><Delete size={24} strokeWidth={1.7} aria-hidden /></BigButton>
        <BigButton onClick={() => { add('0') }}>0</BigButton>
        <BigButton type="submit" disabled={!isPin(pin)}>{t('ok')}</BigButton>
      </div>
    </form>
  )
}
