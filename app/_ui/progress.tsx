'use client'

import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import type { ReactNode } from 'react'

interface ProgressProps {
  readonly label: string
  /** From 0 to 1. */
  readonly share: number
}

/** Progress says how far long work is: a bar and the percentage in numbers. */
export function Progress({ label, share }: ProgressProps): ReactNode {
  return (
    <ProgressBar value={share} minValue={0} maxValue={1} formatOptions={{ style: 'percent', maximumFractionDigits: 0 }}>
      {({ percentage = 0, valueText }) => (
        <>
          <div className="mb-1 flex items-baseline justify-between gap-3 text-13"><Label className="font-mid">{label}</Label><span className="num font-strong">{valueText}</span></div>
          <div className="h-2 overflow-hidden rounded-pill bg-g4"><div className="h-full bg-g9" style={{ width: `${percentage}%` }} /></div>
        </>
      )}
    </ProgressBar>
  )
}
