'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { resolveCode } from '#server/core/labels/code.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { useKeyedCode } from '../hooks/use-keyed-code.ts'
import type { TakeCode } from './camera-reader.tsx'

interface CodeFieldProps {
  readonly label: string
  readonly example?: string
  /** What is typed so far, and how it changes: a pair as useState gives it. */
  readonly typed: readonly [string, (text: string) => void]
  readonly onCode: TakeCode
}

/** CodeField takes a code that is typed, or that a scanner types wherever the focus is. */
export function CodeField({ label, example, typed: [text, setText], onCode }: CodeFieldProps): ReactNode {
  const t = useTranslations('tabletScan.field')
  const id = useId()
  const [said, setSaid] = useState<string | null>(null)
  const take = async (code: string): Promise<void> => {
    if (resolveCode(code).name === '') return
    const wrong = await onCode(code)
    setSaid(wrong)
    // What was wrong stays to be mended.
    setText(wrong === null ? '' : code)
  }
  useKeyedCode((code) => { void take(code) })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void take(text)
  }
  return (
    <form onSubmit={submit} className="grid gap-1.5">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5 text-m18">
        <label htmlFor={id} className="font-mid">{label}</label>
        <span className="flex gap-2">
          <input
            id={id} value={text} placeholder={example} autoCapitalize="characters" autoComplete="off" autoCorrect="off" spellCheck={false} enterKeyHint="done" aria-invalid={said !== null}
            onChange={(event) => { setText(event.target.value); setSaid(null) }}
            className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m22"
          />
          <BigButton type="submit">{t('take')}</BigButton>
        </span>
      </div>
      <p role="status" className="text-m16 text-fg-2 break-words empty:hidden">{said ?? ''}</p>
    </form>
  )
}
