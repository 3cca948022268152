'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { resolveCode } from '#server/core/labels/code.ts'
import { partByNumber, partsLike } from '../../../../_lib/tablet/find-part.ts'
import { useParts } from '../../../../_lib/tablet/hooks/use-parts.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { TabletPart } from '../../../../_lib/tablet/types.ts'
import { CodeScanner } from '../../scan/components/code-scanner.tsx'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'
import { OrderScreen } from '../components/order-screen.tsx'
import { PartAmount, type ChosenPart } from '../components/part-amount.tsx'
import { UsedParts } from '../components/used-parts.tsx'

/** Parts notes what was taken: a part of the stores' list, found by number, name or bin, or in words what came from elsewhere; and what was put back. */
export default function Parts({ params }: ScreenProps): ReactNode {
  return <OrderScreen number={params['order'] ?? ''}>{(seen) => <TakePart key={seen.order.id} seen={seen} />}</OrderScreen>
}

const row = 'flex min-h-20 w-full cursor-pointer items-center px-6 py-3 text-start active:bg-g4 max-sm:px-4'

function TakePart({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletMoves.parts')
  const act = useAct()
  const parts = useParts()
  const says = useTranslations('tabletScan')
  const typed = useState('')
  const [text, setText] = typed
  const [chosen, setChosen] = useState<ChosenPart | null>(null)
  if (parts === undefined) return <ScreenWait />
  const found = partsLike(parts, text)
  const words = text.trim()
  const where = ({ number, bin }: TabletPart): string => [number, bin === null ? '' : t('bin', { bin })].filter(Boolean).join(', ')
  const choose = (part: TabletPart): void => { setChosen({ partId: part.id, name: part.name, unit: part.unit, note: where(part) }) }
  const take = (code: string): string | null => {
    const { name } = resolveCode(code)
    const part = partByNumber(parts, name)
    if (part === undefined) return says('unknownPart', { name })
    confirm(says('camera.read', { code: `${part.number} ${part.name}` }))
    choose(part)
    return null
  }
  const use = async ({ partId, name, unit }: ChosenPart, quantity: string): Promise<void> => {
    // The name goes along, so that the tablet can show it before the server has told.
    await act(seen, 'usePart', { quantity, description: name, ...(partId === null ? {} : { partId }), ...(unit === null ? {} : { unit }) })
    setChosen(null)
    setText('')
  }
  if (chosen !== null) return <PartAmount part={chosen} onUse={(quantity) => { void use(chosen, quantity) }} onBack={() => { setChosen(null) }} />
  return (
    <>
      <CodeScanner onCode={take} typed={typed} label={t('search')} example={t('hint')} />
      {words !== '' && <p role="status" className="mt-2 mb-2 text-m16 text-fg-2">{t('found', { count: found.length })}</p>}
      {found.length > 0 && (
        <ul aria-label={t('list')} className="frame overflow-hidden rounded-[14px] bg-surface">
          {found.map((part) => (
            <li key={part.id} className="border-t border-line first:border-t-0">
              <button type="button" className={row} onClick={() => { choose(part) }}>
                <span className="min-w-0"><span className="block text-m18 font-mid break-words">{part.name}</span><span className="block text-m16 text-fg-2">{where(part)}</span></span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {words !== '' && <div className="mt-3 grid"><BigButton onClick={() => { setChosen({ partId: null, name: words, unit: null, note: t('inWordsNote') }) }}>{t('inWords', { text: words })}</BigButton></div>}
      <UsedParts seen={seen} />
    </>
  )
}
