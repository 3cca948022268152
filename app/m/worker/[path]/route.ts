import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createSerwistRoute } from '@serwist/turbopack'
import { decoder } from '../../decoder/decoder.ts'
import { tabletFiles } from '../files.ts'
import { LEAVE } from '../leave.ts'

/** dynamic lets the worker be made once, with the build, when the files of the build are known. */
export const dynamic = 'force-static'

/** dynamicParams: nothing but the worker is here. */
export const dynamicParams = false

/** generateStaticParams names the one file. */
export const generateStaticParams = (): { path: string }[] => [{ path: 'sw.js' }]

const ICONS = ['public/icons/icon-192.png', 'public/icons/icon-512.png', 'public/icons/apple-touch-icon.png']

function workerRoute(root: string): ReturnType<typeof createSerwistRoute> {
  const files = new Set([...tabletFiles(root).all.map((file) => `.next/${file}`), ...ICONS])
  const build = readFileSync(path.join(root, '.next/BUILD_ID'), 'utf8').trim()
  return createSerwistRoute({
    cwd: root,
    swSrc: path.join(root, 'app/m/worker/sw.ts'),
    useNativeEsbuild: true,
    esbuildOptions: { sourcemap: false },
    globDirectory: root,
    globPatterns: ['.next/static/**/*.{js,css,woff2}', 'public/icons/*.png'],
    // Names with a hash of the content need no revision.
    dontCacheBustURLsMatching: /^\.next\/static\//,
    maximumFileSizeToCacheInBytes: 5 * 1024 ** 2,
    manifestTransforms: [(entries) => ({ manifest: entries.filter(({ url }) => files.has(url)), warnings: [] })],
    additionalPrecacheEntries: [{ url: '/m', revision: build }, { url: '/manifest.webmanifest', revision: build }, { url: decoder(root).path, revision: null }],
  })
}

/** GET is the service worker of the tablet with the list of all that it stores. */
export async function GET(request: Request, context: { readonly params: Promise<{ path: string }> }): Promise<Response> {
  if (process.env.NODE_ENV !== 'production') return new Response(LEAVE, { headers: { 'content-type': 'application/javascript', 'service-worker-allowed': '/' } })
  return workerRoute(process.cwd()).GET(request, context)
}
