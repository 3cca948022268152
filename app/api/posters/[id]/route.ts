import { posterPage } from '#server/api/public/poster.ts'
import { drawPoster } from '../../../_features/public/index.ts'

export const dynamic = 'force-dynamic'

export const GET = posterPage(drawPoster)
