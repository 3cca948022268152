/** safeNext is where to go after sign-in: a path of this site, never an address elsewhere; the overview when in doubt. */
export const safeNext = (next: string | null | undefined): string =>
  next !== null && next !== undefined && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'

/** signInHref is the sign-in page that leads back to a path. */
export function signInHref(path: string | null): string {
  const next = safeNext(path)
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}
