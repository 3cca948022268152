import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { signInChoices } from '#server/api/demo.ts'
import { SignIn } from '../../_features/sign-in/index.ts'
import { safeNext } from '../../_lib/security/next-href.ts'
import { isSignedIn } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('title') }
}

interface SignInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** SignInPage lets a person in; on a demo it offers the accounts. */
export default async function SignInPage({ searchParams }: SignInPageProps): Promise<ReactNode> {
  const { next } = await searchParams
  const target = safeNext(typeof next === 'string' ? next : null)
  if (await isSignedIn()) redirect(target)
  return <SignIn choices={signInChoices()} next={target} />
}
