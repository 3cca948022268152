'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAsset } from '../../../../_lib/tablet/hooks/use-assets.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'

interface AssetScreenProps {
  /** The machine's tag, or its id, from the address. */
  readonly tag: string
  readonly backTo: string
  readonly children: (asset: TabletAsset) => ReactNode
}

/** AssetScreen is a screen about one machine; one that this tablet does not know leads back to the search. */
export function AssetScreen({ tag, backTo, children }: AssetScreenProps): ReactNode {
  const t = useTranslations('tabletWork.scan')
  const asset = useAsset(tag)
  if (asset === undefined) return <ScreenWait />
  if (asset === null) return <TabletScreen title={tag} backTo="/m/scan"><Empty title={t('unknown', { tag })} text={t('unknownWhy')}><BigLink href="/m/scan">{t('again')}</BigLink></Empty></TabletScreen>
  return <TabletScreen title={`${asset.tag} ${asset.name}`} backTo={backTo}>{children(asset)}</TabletScreen>
}
