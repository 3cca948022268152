import type { ReactNode } from 'react'
import type { Severity } from '#server/core/system/health.ts'

const ABNORMAL: Readonly<Record<Exclude<Severity, 'ok'>, { readonly shape: ReactNode; readonly fill: string; readonly text: string }>> = {
  bad: { shape: <rect x="1" y="1" width="18" height="18" rx="2" />, fill: 'fill-[var(--p1)] stroke-[var(--p1-line)]', text: 'fill-[var(--p1-on)]' },
  notice: { shape: <path d="M10 .4 19.6 10 10 19.6.4 10z" />, fill: 'fill-[var(--p3)] stroke-[var(--p3-line)]', text: 'fill-[var(--p3-on)]' },
}

/** SeverityMark is a small grey dot when all is well, else a shape with a colour; the word stands beside it. */
export function SeverityMark({ severity }: { readonly severity: Severity }): ReactNode {
  if (severity === 'ok') return <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden><circle cx="10" cy="10" r="4.5" className="fill-g8" /></svg>
  const { shape, fill, text } = ABNORMAL[severity]
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden className="overflow-visible">
      <g className={fill} strokeWidth="1.2" strokeLinejoin="round">{shape}</g>
      <text x="10" y="14.2" textAnchor="middle" fontSize="12" fontWeight="700" className={text}>!</text>
    </svg>
  )
}
