/** PageKind is what a page's policy depends on: the tablet reads codes with WebAssembly, which the desk has no need of. */
export type PageKind = 'tablet' | 'other'

/** pageKind says which kind of page an address is. */
export const pageKind = (path: string): PageKind => (path === '/m' || path.startsWith('/m/') ? 'tablet' : 'other')

/**
 * contentSecurityPolicy is the header's text for one page: scripts only with this nonce, everything else only from here.
 * Styles may be inline because charts and overlays position themselves with style attributes.
 */
export function contentSecurityPolicy(nonce: string, development: boolean, kind: PageKind): string {
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${kind === 'tablet' ? ` 'wasm-unsafe-eval'` : ''}${development ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `media-src 'self' blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ]
  return directives.join('; ')
}
