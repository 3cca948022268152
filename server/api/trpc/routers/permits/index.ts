import { router } from '../../init.ts'
import { board } from './board.ts'
import { close } from './close.ts'
import { extend } from './extend.ts'
import { gasTest } from './gas-test.ts'
import { handBack } from './hand-back.ts'
import { issue } from './issue.ts'
import { resume } from './resume.ts'
import { suspend } from './suspend.ts'

/** permitsRouter is about permits to work: what is in force in the plant, and their life from issue to close. */
export const permitsRouter = router({ board, issue, gasTest, suspend, resume, extend, handBack, close })
