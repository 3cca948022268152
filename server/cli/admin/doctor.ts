import { describeInstallation, type Finding } from '#server/core/system/doctor.ts'
import { tenantHealth, workFacts } from '#server/modules/health/index.ts'
import { listOrganizations } from '#server/modules/organizations/index.ts'
import { inspectInstallation } from '#server/platform/installation/inspect.ts'
import { closeQueues, queueDepth } from '#server/queue/client.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { QUEUES } from '#server/queue/catalog.ts'
import type { Installation } from './installation.ts'

const LATE_S = 60
const MARK: Readonly<Record<Finding['severity'], string>> = { ok: '✓', notice: '!', bad: '✗' }

async function queueFinding(): Promise<Finding> {
  try {
    await prepareQueue()
    const depths = await Promise.all(QUEUES.map(async (name) => `${name} ${await queueDepth(name)}`))
    return { severity: 'ok', sentence: `The queue answers; jobs that wait: ${depths.join(', ')}.` }
  } catch (error) {
    return { severity: 'bad', sentence: `The queue does not do: ${(error as Error).message}`, todo: 'See that the address in REDIS_URL is right and its server runs as it must.' }
  } finally {
    await closeQueues()
  }
}

async function workFinding(): Promise<Finding[]> {
  const work = await workFacts()
  const late = work.inboxOldestSeconds > LATE_S
  return [
    {
      severity: late ? 'bad' : 'ok',
      sentence: work.inboxWaiting === 0 ? 'No readings wait to be judged.' : `${work.inboxWaiting} batches wait to be judged, the oldest for ${Math.round(work.inboxOldestSeconds)} s.`,
      ...(late ? { todo: 'See that the worker runs, and its log.' } : {}),
    },
    work.deadLetters === 0
      ? { severity: 'ok', sentence: 'No job was given up.' }
      : { severity: 'notice', sentence: `${work.deadLetters} jobs were given up.`, todo: 'Look at the table dead_letter: each has its reason.' },
  ]
}

async function sourceFindings(): Promise<Finding[]> {
  const organizations = await listOrganizations()
  if (organizations.length === 0) return [{ severity: 'notice', sentence: 'There is no organization yet.', todo: 'Make the first user: npm run admin -- user create …' }]
  return Promise.all(organizations.map(async ({ id, slug }): Promise<Finding> => {
    const { facts } = await tenantHealth({ type: 'system', orgId: id }, true)
    if (facts.silentSources === 0) return { severity: 'ok', sentence: `${slug}: none of ${facts.sources} sources is silent.` }
    return { severity: 'notice', sentence: `${slug}: ${facts.silentSources} of ${facts.sources} sources are silent.`, todo: 'The page Sources says which and since when.' }
  }))
}

/** doctorCommand looks at the whole installation and says in words how it is; true when nothing is bad. */
export async function doctorCommand(installation: Installation, tell: (line: string) => void): Promise<boolean> {
  const { root, dataFolder, databaseFolder, running, ownerUrl } = installation
  const facts = await inspectInstallation(ownerUrl, root, databaseFolder ? [dataFolder, databaseFolder] : [dataFolder])
  const findings: Finding[] = [
    running
      ? { severity: 'ok', sentence: `Millwright runs at ${running.address} (${Object.keys(running.children).join(', ')}).` }
      : { severity: 'notice', sentence: 'Millwright is stopped.', todo: 'Start it with "npm start".' },
    ...describeInstallation(facts), await queueFinding(), ...(await workFinding()), ...(await sourceFindings()),
  ]
  for (const { severity, sentence, todo } of findings) tell(`${MARK[severity]} ${sentence}${todo ? `\n    ${todo}` : ''}`)
  return findings.every((finding) => finding.severity !== 'bad')
}
