import { router } from '../../init.ts'
import { classes } from './classes.ts'
import { create } from './create.ts'
import { decideProposal } from './decide-proposal.ts'
import { demote } from './demote.ts'
import { endShadow } from './end-shadow.ts'
import { exportFile } from './export.ts'
import { get } from './get.ts'
import { importFile } from './import.ts'
import { judgeFiring } from './judge-firing.ts'
import { life } from './life.ts'
import { list } from './list.ts'
import { overrides } from './overrides.ts'
import { planImport } from './plan-import.ts'
import { precision } from './precision.ts'
import { precisionBoard } from './precision-board.ts'
import { preview } from './preview.ts'
import { promote } from './promote.ts'
import { proposals } from './proposals.ts'
import { proposeLimits } from './propose-limits.ts'
import { publish } from './publish.ts'
import { removeOverride } from './remove-override.ts'
import { retire } from './retire.ts'
import { runTests } from './run-tests.ts'
import { saveDraft } from './save-draft.ts'
import { setLabourRate } from './set-labour-rate.ts'
import { setOverride } from './set-override.ts'
import { saveTests } from './save-tests.ts'
import { shadow } from './shadow.ts'
import { startShadow } from './start-shadow.ts'
import { tests } from './tests.ts'

/** rulesRouter is about condition rules: reading, drafting, previewing, publishing, watching in shadow, and what verdicts say of them. */
export const rulesRouter = router({
  list, get, classes, preview, proposeLimits, life, create, saveDraft, publish, retire,
  precision, precisionBoard, setLabourRate, proposals, decideProposal,
  shadow, startShadow, endShadow, promote, demote, judgeFiring,
  overrides, setOverride, removeOverride,
  exportFile, planImport, importFile, tests, runTests, saveTests,
})
