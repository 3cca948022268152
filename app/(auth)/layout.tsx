import type { ReactNode } from 'react'
import { PageProviders } from '../_lib/page-providers.tsx'

/** PublicLayout is for pages that nobody needs to be signed in for. */
export default function PublicLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return <PageProviders>{children}</PageProviders>
}
