'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** Tick is a box for a tick, ticked where the answer is known. */
export const Tick = ({ on = false, children }: { readonly on?: boolean; readonly children?: ReactNode }): ReactNode =>
  <span className="inline-block"><span className="tick">{on && '✓'}</span>{children}</span>

/** Ruled is room to write, so many lines high. */
export const Ruled = ({ lines }: { readonly lines: number }): ReactNode =>
  <div aria-hidden className="ruled">{Array.from({ length: lines }, (_, line) => <div key={line} />)}</div>

/** Signs is where people sign, each with a name, a time and a signature. */
export function Signs({ roles }: { readonly roles: readonly string[] }): ReactNode {
  const t = useTranslations('print')
  return <div className="signs">{roles.map((role) => <div key={role}><b>{role}</b> · {t('signing')}</div>)}</div>
}
