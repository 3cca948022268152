'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useDraft } from '../../../../_lib/tablet/hooks/use-draft.ts'
import { makeOrder } from '../../../../_lib/tablet/outbox/make-order.ts'
import type { StoredBlob } from '../../../../_lib/tablet/store/db.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { goBack } from '../../shell/router/path.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { Tiles } from '../../work/components/tiles.tsx'
import { AssetScreen } from '../components/asset-screen.tsx'
import { Field } from '../components/field.tsx'
import { PhotoPick } from '../components/photo-pick.tsx'
import { reportWords } from '../prepare/report-words.ts'

/** Report tells what is wrong with a machine, for somebody to decide about it: no network is needed. */
export default function Report({ params }: ScreenProps): ReactNode {
  const tag = params['tag'] ?? ''
  const at = `/m/a/${encodeURIComponent(tag)}`
  return <AssetScreen tag={tag} backTo={at}>{(asset) => <ReportForm key={asset.id} asset={asset} backTo={at} />}</AssetScreen>
}

const SHORTEST = 3
type Answer = 'yes' | 'no' | null

function ReportForm({ asset, backTo }: { readonly asset: TabletAsset; readonly backTo: string }): ReactNode {
  const t = useTranslations('tabletMoves.report')
  const me = useMe()
  const [text, setText] = useDraft(`report:${asset.id}`)
  const [stopped, setStopped] = useState<Answer>(null)
  const [danger, setDanger] = useState<Answer>(null)
  const [photos, setPhotos] = useState<readonly StoredBlob[]>([])
  const [tried, setTried] = useState(false)
  const short = text.trim().length < SHORTEST
  const yesNo = [{ id: 'yes', label: t('yes') }, { id: 'no', label: t('no') }] as const
  const answer = (id: string): Answer => (id === 'yes' ? 'yes' : 'no')
  const missing = (value: Answer): string | undefined => (tried && value === null ? t('answerMissing') : undefined)
  const submit = async (): Promise<void> => {
    setTried(true)
    if (short || stopped === null || danger === null) return
    const { provisionalNumber } = await makeOrder(tabletDb(), {
      personId: me.id, kind: 'order.request', payload: { assetId: asset.id, ...reportWords(text), stopped: stopped === 'yes', danger: danger === 'yes' }, photos,
    })
    setText('')
    confirm(t('kept', { number: provisionalNumber }))
    goBack(backTo)
  }
  return (
    <form className="grid gap-5" noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <Tiles label={t('danger')} tiles={yesNo} value={danger} onChoose={(id) => { setDanger(answer(id)) }} error={missing(danger)} />
      {danger === 'yes' && <p role="alert" className="frame rounded-[12px] bg-surface px-5 py-4 text-m18 font-strong">{t('dangerFirst')}</p>}
      <Field label={t('what')} value={text} onChange={setText} rows={3} error={tried && short ? t('whatMissing') : undefined} />
      <Tiles label={t('stopped')} tiles={yesNo} value={stopped} onChoose={(id) => { setStopped(answer(id)) }} error={missing(stopped)} />
      <PhotoPick photos={photos} onPick={(photo) => { setPhotos((before) => [...before, photo]) }} />
      <div className="grid gap-1">
        <BigButton type="submit" look="main">{t('send')}</BigButton>
        <p className="text-center text-m16 text-fg-2">{t('why')}</p>
      </div>
    </form>
  )
}
