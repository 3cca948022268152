'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { resolveCode } from '#server/core/labels/code.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { bestMatches, exactMatches } from '../../../../_lib/tablet/find-asset.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { CodeScanner } from '../../scan/components/code-scanner.tsx'
import { confirm } from '../../shell/confirmations.ts'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { OrderScreen } from '../components/order-screen.tsx'
import { ScannedMachine } from '../components/scanned-machine.tsx'

/** Scan compares a machine that is scanned inside an order with the order's own. */
export default function Scan({ params }: ScreenProps): ReactNode {
  return <OrderScreen number={params['order'] ?? ''}>{(seen, backTo) => <ScanHere seen={seen} backTo={backTo} />}</OrderScreen>
}

function ScanHere({ seen, backTo }: { readonly seen: SeenOrder; readonly backTo: string }): ReactNode {
  const t = useTranslations('tabletMoves.scan')
  const says = useTranslations('tabletScan')
  const typed = useState('')
  const [text, setText] = typed
  const [chosen, setChosen] = useState<TabletAsset | null>(null)
  const assets = useLiveQuery(() => tabletDb().assets.toArray(), [])
  if (assets === undefined) return <ScreenWait />
  if (chosen !== null) return <ScannedMachine seen={seen} scanned={chosen} assets={assets} backTo={backTo} onAgain={() => { setChosen(null) }} />
  const found = bestMatches(assets, text)
  const take = (code: string): string | null => {
    const { kind, name } = resolveCode(code)
    if (kind === 'part') return says('part', { name })
    const [first, ...others] = exactMatches(assets, code)
    if (first === undefined) return says('unknown', { name })
    if (others.length > 0) {
      setText(first.tag)
      return says('several', { name: first.tag })
    }
    confirm(says('camera.read', { code: `${first.tag} ${first.name}` }))
    setChosen(first)
    return null
  }
  return (
    <>
      <CodeScanner onCode={take} typed={typed} label={t('code')} look="main" />
      <p className="mt-2 text-m16 text-fg-2">{t('hint')}</p>
      {found.length > 0 && (
        <ul aria-label={t('machines')} className="mt-3 frame overflow-hidden rounded-[14px] bg-surface">
          {found.map((asset) => (
            <li key={asset.id} className="border-t border-line first:border-t-0">
              <button type="button" className="flex min-h-20 w-full cursor-pointer items-center px-6 py-3 text-start active:bg-g4 max-sm:px-4" onClick={() => { setChosen(asset) }}>
                <span className="min-w-0"><span className="block text-m18 font-mid break-words">{asset.tag}</span><span className="block text-m16 text-fg-2 break-words">{asset.name}</span></span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
