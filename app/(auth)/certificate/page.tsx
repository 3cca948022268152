import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { certificateFacts } from '#server/api/certificate.ts'
import { CertificateGuide } from '../../_features/certificate/index.ts'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificate'))('title') }
}

/** CertificatePage tells how a device comes to trust this installation; it is for everybody, also over plain HTTP, and reads the settings anew each time. */
export default function CertificatePage(): ReactNode {
  return <CertificateGuide facts={certificateFacts()} />
}
