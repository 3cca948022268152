'use client'

import type { ReactNode } from 'react'
import type { Format } from '#server/core/labels/sheet.ts'
import { layoutOf, type Fitted } from '../prepare/label-layout.ts'
import type { Label } from '../prepare/view.ts'
import { CodeSvg } from './code-svg.tsx'

interface LabelCardProps {
  readonly label: Label
  readonly format: Format
  /** The left upper corner on its page, in mm. */
  readonly left: number
  readonly top: number
  /** What to do with it, in a few words. */
  readonly says: string
}

const Words = ({ fitted: { text, pt }, strong = false }: { readonly fitted: Fitted; readonly strong?: boolean }): ReactNode =>
  <p dir="auto" style={{ fontSize: `${pt}pt`, marginTop: 0, lineHeight: 1.15 }} className={strong ? 'font-strong' : ''}>{text}</p>

/** LabelCard is one label: its code, the tag in letters, the name, and what to do with it. */
export function LabelCard({ label, format, left, top, says }: LabelCardProps): ReactNode {
  const layout = layoutOf(format, label.symbology, { name: label.name, title: label.title, says })
  return (
    <article
      aria-label={label.name} className={`label ${layout.beside ? 'items-center' : 'flex-col !gap-[1mm]'}`}
      style={{ insetInlineStart: `${left}mm`, top: `${top}mm`, width: `${format.width}mm`, height: `${format.height}mm` }}
    >
      <CodeSvg picture={label.picture} text={label.text} {...layout.code} />
      <div className={`min-w-0 ${layout.beside ? 'flex-1' : 'w-full text-center'}`}>
        <Words fitted={layout.name} strong /><Words fitted={layout.title} /><Words fitted={layout.says} />
      </div>
    </article>
  )
}
