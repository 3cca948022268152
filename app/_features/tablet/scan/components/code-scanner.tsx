'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { CameraReader, type TakeCode } from './camera-reader.tsx'
import { CodeField } from './code-field.tsx'

interface CodeScannerProps {
  /** Asked about each code: null when it is taken, else what is wrong with it, in words. Give the text to resolveCode to learn what it means. */
  readonly onCode: TakeCode
  /** What the code stands on, such as "Number on the part"; the field for typing it is always there. */
  readonly label?: string
  readonly example?: string
  /** Where the screen shows more while somebody types: what is typed, and how it changes, as useState gives it. */
  readonly typed?: readonly [string, (text: string) => void]
  /** Main where scanning is what the screen is for. */
  readonly look?: 'main' | 'plain'
}

/** CodeScanner reads a code by the camera, by a scanner that types, or typed by hand, without a network. Load it with the screen that shows it. */
export function CodeScanner({ onCode, label, example, typed, look = 'plain' }: CodeScannerProps): ReactNode {
  const t = useTranslations('tabletScan.field')
  const own = useState('')
  return (
    <div className="grid gap-4">
      <CameraReader onCode={onCode} look={look} />
      <CodeField label={label ?? t('label')} typed={typed ?? own} onCode={onCode} {...(example === undefined ? {} : { example })} />
    </div>
  )
}
