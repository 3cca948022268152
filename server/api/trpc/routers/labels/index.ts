import { router } from '../../init.ts'
import { sheet } from './sheet.ts'

/** labelsRouter makes labels for machines and parts. */
export const labelsRouter = router({ sheet })
