import { router } from '../../init.ts'
import { classes } from './classes.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { precision } from './precision.ts'
import { precisionBoard } from './precision-board.ts'
import { preview } from './preview.ts'
import { publish } from './publish.ts'
import { retire } from './retire.ts'
import { saveDraft } from './save-draft.ts'

/** rulesRouter is about condition rules: reading, drafting, previewing, publishing. */
export const rulesRouter = router({ list, get, classes, preview, precision, precisionBoard, create, saveDraft, publish, retire })
