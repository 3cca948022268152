import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BigButton } from './big-button.tsx'
import { Empty } from './empty.tsx'
import { TabletScreen } from './screen.tsx'

/** Failed stands in for a screen that could not be opened: what was kept, and the way on. */
export function Failed({ retry }: { readonly retry: () => void }): ReactNode {
  const t = useTranslations('tablet.failed')
  return (
    <TabletScreen title={t('title')} backTo="/m">
      <Empty text={t('text')}>
        <div className="grid gap-2">
          <BigButton look="main" onClick={retry}>{t('retry')}</BigButton>
          <BigButton onClick={() => { window.location.reload() }}>{t('reload')}</BigButton>
        </div>
      </Empty>
    </TabletScreen>
  )
}
