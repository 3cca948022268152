import { NextResponse, type NextRequest } from 'next/server'
import { PATH_HEADER } from './app/_lib/security/path.ts'
import { contentSecurityPolicy, pageKind } from './app/_lib/security/policy.ts'
import { env } from './server/platform/env.ts'

/**
 * proxy gives every page a content security policy with a fresh nonce, so that only scripts of this build run.
 * Next.js reads the nonce from the request's policy and puts it on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  // Development needs eval for React's stack traces and a web socket for reload.
  const policy = contentSecurityPolicy(nonce, env().NODE_ENV !== 'production', pageKind(request.nextUrl.pathname))
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** config says which requests get the policy: pages, not the API, not static files, and not the plain pages for everybody, which run no program at all. */
export const config = {
  matcher: [
    {
      source: '/((?!api|r/|s/|c/|_next/static|_next/image|favicon.ico|icon.svg).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
}
