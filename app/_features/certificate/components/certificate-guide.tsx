import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BrandMark } from '../../../_ui/brand.tsx'
import { Devices } from './devices.tsx'
import { OpenSecure } from './open-secure.tsx'

interface CertificateGuideProps {
  readonly facts: {
    readonly mode: 'local' | 'own' | 'none'
    readonly port: number | null
    readonly fingerprint: string | null
    readonly name: string | null
  }
}

const button = 'inline-flex min-h-14 items-center justify-center rounded-lg border border-g8 bg-surface px-5 text-16 font-mid text-fg no-underline hover:bg-g3'

/** CertificateGuide tells how a tablet or computer comes to trust this installation, step by step for its kind. */
export function CertificateGuide({ facts }: CertificateGuideProps): ReactNode {
  const t = useTranslations('certificate')
  return (
    <main className="mx-auto grid max-w-[720px] gap-5 px-5 py-8 text-16">
      <div className="flex items-center gap-2 text-14 text-fg-2"><BrandMark /> Millwright</div>
      <h1 className="text-28 font-strong">{t('title')}</h1>
      {facts.mode === 'none' && (
        <>
          <p>{t('none.what')}</p>
          <p>{t('none.how')}</p>
          <pre className="overflow-x-auto rounded-lg border border-line bg-surface p-4 text-14" tabIndex={0}>TLS=local HOST=0.0.0.0 npm start</pre>
        </>
      )}
      {facts.mode === 'own' && <><p>{t('own.what')}</p><OpenSecure port={facts.port} /></>}
      {facts.mode === 'local' && (
        <>
          <p>{t('local.why')}</p>
          <section aria-labelledby="get" className="grid gap-3">
            <h2 id="get" className="text-20 font-strong">{t('local.get')}</h2>
            <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,260px),1fr))] gap-2">
              <a className={button} href="/api/certificate/ca.crt" download>{t('local.file')}</a>
              <a className={button} href="/api/certificate/millwright.mobileconfig">{t('local.profile')}</a>
            </div>
            <div className="rounded-lg border border-line bg-surface p-4">
              <p>{t('local.compare', { name: facts.name ?? '' })}</p>
              <p className="num mt-2 text-14 break-all" translate="no">{facts.fingerprint}</p>
            </div>
          </section>
          <Devices />
          <section aria-labelledby="then" className="grid gap-3">
            <h2 id="then" className="text-20 font-strong">{t('local.then')}</h2>
            <OpenSecure port={facts.port} />
          </section>
        </>
      )}
    </main>
  )
}
