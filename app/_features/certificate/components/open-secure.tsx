'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'

/** OpenSecure leads to the tablet's app over HTTPS, at the name by which this page was reached. */
export function OpenSecure({ port }: { readonly port: number | null }): ReactNode {
  const t = useTranslations('certificate')
  const [href, setHref] = useState('/m')
  useEffect(() => {
    const { hostname } = window.location
    setHref(`https://${hostname}${port === null || port === 443 ? '' : `:${port}`}/m`)
  }, [port])
  return (
    <p>
      <a href={href} className="inline-flex min-h-14 w-full items-center justify-center rounded-lg border border-accent bg-accent px-5 text-16 font-strong text-on-accent no-underline hover:bg-accent-hover">
        {t('open')}
      </a>
    </p>
  )
}
