'use client'

import type { ReactNode } from 'react'
import { useKnown } from '../../../../_lib/tablet/hooks/use-known.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { AssetScreen } from '../components/asset-screen.tsx'
import { DoneForm } from '../components/done-form.tsx'

/** Done writes down work that was done before anybody wrote it down, with its real times. */
export default function Done({ params }: ScreenProps): ReactNode {
  const tag = params['tag'] ?? ''
  return <AssetScreen tag={tag} backTo={`/m/a/${encodeURIComponent(tag)}`}>{(asset) => <WithChoices key={asset.id} asset={asset} />}</AssetScreen>
}

function WithChoices({ asset }: { readonly asset: TabletAsset }): ReactNode {
  const known = useKnown(asset)
  return known === undefined ? <ScreenWait /> : <DoneForm asset={asset} known={known} />
}
