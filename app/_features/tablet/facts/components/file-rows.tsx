'use client'

import { File as FileSign, Image, Mic, PenLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { loadFile, type Loaded } from '../../../../_lib/tablet/files/load-file.ts'
import type { FileRow } from '../../../../_lib/tablet/hooks/use-order-files.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { useMe } from '../../people/person-context.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { Picture, Sound } from './sound.tsx'

const SIGNS = { photo: Image, voice: Mic, file: FileSign, signature: PenLine } as const

/** FileRows lists an order's photos, voice notes and files; each is shown or played where it stands, from this tablet while it has the bytes. */
export function FileRows({ files, timeZone }: { readonly files: readonly FileRow[]; readonly timeZone: string }): ReactNode {
  const t = useTranslations('tabletFacts.files')
  return (
    <TabletPanel title={t('title')}>
      {files.length === 0 && <p className="text-m18 text-fg-2">{t('none')}</p>}
      <ul className="grid gap-4">{files.map((file) => <li key={file.id}><Row file={file} timeZone={timeZone} /></li>)}</ul>
    </TabletPanel>
  )
}

function Row({ file, timeZone }: { readonly file: FileRow; readonly timeZone: string }): ReactNode {
  const t = useTranslations('tabletFacts.files')
  const locale = useLocale()
  const me = useMe()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const Sign = SIGNS[file.kind]
  const when = formatMoment(Date.parse(file.at), 'short', locale, timeZone)
  const told = file.state === 'ready' ? null : t(`state.${file.state}`)
  const show = (): void => { void loadFile(tabletDb(), file.id, me.id).then(setLoaded) }
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Sign size={24} strokeWidth={1.7} aria-hidden className="shrink-0 text-fg-2" />
        <p className="min-w-0 flex-1 basis-40 text-m18 break-words">{t(`kind.${file.kind}`)}<span className="num block text-m16 text-fg-2">{[file.by, when, told].filter(Boolean).join(', ')}</span></p>
        {loaded?.is !== 'here' && <BigButton aria-label={t('showOne', { name: t(`kind.${file.kind}`), time: when })} onClick={show}>{t(file.kind === 'voice' ? 'play' : 'show')}</BigButton>}
      </div>
      {loaded !== null && (loaded.is === 'here' ? <Shown file={file} bytes={loaded.bytes} /> : <p role="status" className="text-m16">{t(`no.${loaded.is}`)}</p>)}
    </div>
  )
}

function Shown({ file, bytes }: { readonly file: FileRow; readonly bytes: Blob }): ReactNode {
  const t = useTranslations('tabletFacts.files')
  if (bytes.type.startsWith('audio/')) return <Sound bytes={bytes} label={file.name} />
  if (bytes.type.startsWith('image/')) return <Picture bytes={bytes} label={file.name} />
  const save = (): void => {
    const address = URL.createObjectURL(bytes)
    const link = document.createElement('a')
    Object.assign(link, { href: address, download: file.name })
    link.click()
    setTimeout(() => { URL.revokeObjectURL(address) }, 60_000)
  }
  return <BigButton onClick={save}>{t('save', { name: file.name })}</BigButton>
}
