import { router } from '../../init.ts'
import { acceptProposal } from './accept-proposal.ts'
import { answerTask } from './answer-task.ts'
import { approve } from './approve.ts'
import { assign } from './assign.ts'
import { attach } from './attach.ts'
import { cancel } from './cancel.ts'
import { close } from './close.ts'
import { comment } from './comment.ts'
import { complete } from './complete.ts'
import { create } from './create.ts'
import { defer } from './defer.ts'
import { detach } from './detach.ts'
import { get } from './get.ts'
import { hold } from './hold.ts'
import { joinTimer } from './join-timer.ts'
import { list } from './list.ts'
import { plan } from './plan.ts'
import { reject } from './reject.ts'
import { reopen } from './reopen.ts'
import { resume } from './resume.ts'
import { schedule } from './schedule.ts'
import { start } from './start.ts'
import { stopTimer } from './stop-timer.ts'
import { planPart } from './plan-part.ts'
import { usePart } from './use-part.ts'
import { returnPart } from './return-part.ts'
import { logTime } from './log-time.ts'
import { correctTime } from './correct-time.ts'
import { recordDowntime } from './record-downtime.ts'
import { edit } from './edit.ts'
import { answerRest } from './answer-rest.ts'
import { raiseFollowUp } from './raise-follow-up.ts'
import { settleRecord } from './settle-record.ts'
import { verify } from './verify.ts'

/** workOrdersRouter is about work orders: reading them, filing them, and the commands of their life. */
export const workOrdersRouter = router({
  list, get, create,
  approve, reject, plan, schedule, assign, start, hold, resume, joinTimer,
  stopTimer, complete, verify, close, cancel, reopen, defer, comment, attach, detach, answerTask, acceptProposal,
  edit, answerRest, raiseFollowUp, settleRecord, planPart, usePart, returnPart, logTime, correctTime, recordDowntime,
})
