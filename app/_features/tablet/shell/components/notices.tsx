'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useWorker } from '../hooks/use-worker.ts'
import { usePath } from '../router/path.ts'
import type { SyncState } from '../sync-state.ts'
import { takeNewVersion } from '../worker/registration.ts'
import { mayUpdate } from '../worker/update.ts'
import { BigButton, BigLink } from './big-button.tsx'

const notice = 'mx-auto mt-4 w-[calc(100%-40px)] max-w-[780px] rounded-[14px] bg-surface px-5 py-4 plate max-sm:w-[calc(100%-32px)]'

// Where somebody works, one line must do.
const AT_LENGTH = ['/m', '/m/settings', '/m/install']

/** Notices stand above every screen: what does not work at an address that is not protected, and a new version that is there. */
export function Notices({ sync }: { readonly sync: SyncState }): ReactNode {
  const t = useTranslations('tablet')
  const r = useTranslations('tabletWork.refused')
  const { offline, updateReady } = useWorker()
  const path = usePath()
  return (
    <>
      {offline === 'insecure' && <Insecure atLength={AT_LENGTH.includes(path)} />}
      {sync.refused !== null && (
        <section aria-labelledby="refused" className={notice}>
          <h2 id="refused" className="text-m18 font-strong">{r('title')}</h2>
          <p className="mt-1 mb-3 text-m16 text-fg-2">{r('text')}</p>
          <BigLink outside href="/sign-in?next=/m/people">{r('signIn')}</BigLink>
        </section>
      )}
      {updateReady && (
        <section className={`${notice} flex flex-wrap items-center gap-x-4 gap-y-2`}>
          <p className="min-w-0 flex-1 text-m18">{t(mayUpdate(sync) ? 'update.ready' : 'update.waits')}</p>
          {mayUpdate(sync) && <BigButton onClick={takeNewVersion}>{t('update.now')}</BigButton>}
        </section>
      )}
    </>
  )
}

function Insecure({ atLength }: { readonly atLength: boolean }): ReactNode {
  const t = useTranslations('tablet.insecure')
  if (!atLength) {
    return (
      <p className="mx-auto mt-2 w-full max-w-[820px] px-5 text-m16 text-fg-2 max-sm:px-4">
        {t('brief')} <a href="/certificate" className="inline-flex min-h-12 items-center">{t('how')}</a>
      </p>
    )
  }
  return (
    <section aria-labelledby="insecure" className={notice}>
      <h2 id="insecure" className="text-m18 font-strong">{t('title')}</h2>
      <p className="mt-1 mb-3 text-m16 text-fg-2">{t('what')}</p>
      <BigLink outside href="/certificate">{t('how')}</BigLink>
    </section>
  )
}
