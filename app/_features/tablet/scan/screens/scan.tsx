'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { codePath } from '#server/core/labels/code.ts'
import { useMatches } from '../../../../_lib/tablet/hooks/use-assets.ts'
import { scanTarget } from '../../../../_lib/tablet/scan-target.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { confirm } from '../../shell/confirmations.ts'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { Link } from '../../shell/router/link.tsx'
import { navigate } from '../../shell/router/path.ts'
import { CodeScanner } from '../components/code-scanner.tsx'

/** Scan finds a machine or an order by its code: by the camera, by a scanner that types, or typed. From there work begins, or is found. It needs no network. */
export default function Scan(): ReactNode {
  const t = useTranslations('tabletWork.scan')
  const says = useTranslations('tabletScan')
  const typed = useState('')
  const [text, setText] = typed
  const found = useMatches(text)
  const take = async (code: string): Promise<string | null> => {
    const target = scanTarget(await tabletDb().assets.toArray(), code)
    if ('path' in target) {
      confirm(says('camera.read', { code: target.name }))
      navigate(target.path)
      return null
    }
    if (target.kind === 'several') setText(target.name)
    return says(target.kind, { name: target.name })
  }
  const twice = (tag: string): boolean => (found ?? []).filter((asset) => asset.tag === tag).length > 1
  return (
    <TabletScreen title={t('title')} backTo="/m">
      <CodeScanner onCode={take} typed={typed} label={t('code')} example={t('example')} look="main" />
      <p role="status" className="mt-2 mb-2 text-m16 text-fg-2">{text.trim() === '' ? t('hint') : t('found', { count: found?.length ?? 0 })}</p>
      {found !== undefined && found.length > 0 && (
        <ul aria-label={t('machines')} className="frame overflow-hidden rounded-[14px] bg-surface">
          {found.map((asset) => (
            <li key={asset.id} className="border-t border-line first:border-t-0">
              <Link href={codePath('asset', twice(asset.tag) ? asset.id : asset.tag)} className="flex min-h-20 items-center gap-4 px-6 py-3 text-fg no-underline active:bg-g4 max-sm:px-4">
                <span className="min-w-0 flex-1"><span className="block text-m18 font-mid break-words">{asset.tag}</span><span className="block text-m16 text-fg-2 break-words">{asset.name}</span></span>
                <ChevronRight size={22} strokeWidth={1.7} aria-hidden className="shrink-0 text-fg-2 rtl:-scale-x-100" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </TabletScreen>
  )
}
