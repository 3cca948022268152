'use client'

import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { keepFile } from '../../../../_lib/tablet/files/keep-file.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'

const SignaturePad = lazy(() => import('./signature-pad.tsx').then((file) => ({ default: file.SignaturePad })))

/** SignatureAnswer signs a step: the field to draw in opens with a tap. */
export function SignatureAnswer({ seen, taskId }: { readonly seen: SeenOrder; readonly taskId: string }): ReactNode {
  const t = useTranslations('tabletFacts.signature')
  const me = useMe()
  const act = useAct()
  const [open, setOpen] = useState(false)
  const sign = async (answer: string, drawn: Blob | null): Promise<void> => {
    const blob = drawn === null ? null : await keepFile(drawn, { kind: 'signature', personId: me.id })
    await act(seen, 'answerTask', { taskId, answer, ...(blob === null ? {} : { attachmentIds: [blob.id] }) }, blob === null ? [] : [blob])
  }
  if (!open) return <div className="mt-2 grid"><BigButton onClick={() => { setOpen(true) }}><PenLine size={24} strokeWidth={1.7} aria-hidden />{t('open')}</BigButton></div>
  return <Suspense fallback={<p role="status" className="text-m16 text-fg-2">{t('opening')}</p>}><SignaturePad name={me.name} onSign={(name, drawn) => { void sign(name, drawn) }} /></Suspense>
}
