'use client'

import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import { PAPER_MM, PAPERS, type Paper } from '#server/core/labels/sheet.ts'
import { Button, LinkButton } from '../../../_ui/button.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { pageCss, type PageText } from '../prepare/page-css.ts'

interface PrintFrameProps {
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
  readonly paper: Paper
  readonly onPaper: (paper: Paper) => void
  /** What stands in the margins of every page; null for sheets of labels. */
  readonly text: PageText | null
  /** More to choose, beside the paper. */
  readonly choices: ReactNode
  readonly children: ReactNode
}

/** PrintFrame is a preview of paper with what can be chosen above it; what is printed is the paper alone. */
export function PrintFrame({ title, back, paper, onPaper, text, choices, children }: PrintFrameProps): ReactNode {
  const t = useTranslations('print')
  const [width, height] = PAPER_MM[paper]
  const size = { '--paper-width': `${width}mm`, '--paper-height': `${height}mm` } as CSSProperties
  return (
    <div className="min-h-dvh bg-canvas print:min-h-0 print:bg-transparent" style={size}>
      <style>{pageCss(paper, text)}</style>
      <header className="border-b border-line bg-surface px-4 py-3 print:hidden">
        <div className="mx-auto flex max-w-[1200px] flex-wrap items-end gap-x-4 gap-y-3">
          <div className="me-auto min-w-0 max-sm:w-full"><h1 className="text-20 font-strong wrap-anywhere">{title}</h1><p className="text-13 text-fg-2">{t('hint')}</p></div>
          <LinkButton href={back.href}>{back.label}</LinkButton>
          <Button variant="primary" onPress={() => { window.print() }}><Printer size={16} strokeWidth={1.5} aria-hidden />{t('print')}</Button>
          <div className="flex w-full flex-wrap items-end gap-x-4 gap-y-3">
            {choices}
            <Segmented label={t('paper')} value={paper} choices={PAPERS.map((id) => ({ id, label: t(`papers.${id}`) }))} onChange={onPaper} />
          </div>
        </div>
      </header>
      {/* The preview has the size of the paper; a narrow screen moves over it. */}
      <main tabIndex={0} aria-label={t('preview')} className="overflow-x-auto p-4 print:overflow-visible print:p-0">{children}</main>
    </div>
  )
}
