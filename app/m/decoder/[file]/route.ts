import path from 'node:path'
import { decoder } from '../decoder.ts'

/** dynamic lets the file be made once, with the build. */
export const dynamic = 'force-static'

/** dynamicParams: nothing but the decoder is here. */
export const dynamicParams = false

/** generateStaticParams names the one file. */
export const generateStaticParams = (): { file: string }[] => [{ file: path.basename(decoder(process.cwd()).path) }]

/** GET is what reads codes on the tablet, from this server, so that it never comes from a stranger's. */
export const GET = (): Response => new Response(decoder(process.cwd()).bytes, { headers: { 'content-type': 'application/wasm', 'cache-control': 'public, max-age=31536000, immutable' } })
