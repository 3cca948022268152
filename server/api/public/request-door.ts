import type { Refusal } from '#server/core/attachments/attachment.ts'
import { localeOf } from '#server/core/people/locales.ts'
import { REPORT_RATES } from '#server/core/public/limits.ts'
import { readReport, REPORT_FIELDS, type Report, type ReportValues } from '#server/core/public/report.ts'
import type { FormIssue, Reader, RequestScreen } from '#server/core/public/screens.ts'
import { fileReport } from '#server/flows/public-request/index.ts'
import { dropGuestFile, storeGuestFile, type GuestFile } from '#server/modules/attachments/index.ts'
import { openDoor, type OpenDoor } from '#server/modules/public-requests/index.ts'
import { env } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { isForeign } from '#server/platform/origins.ts'
import { newFormToken } from '#server/platform/public-address.ts'
import { ringAttachment } from '#server/queue/attachments.ts'
import { expectedOf } from '../expected.ts'
import { readForm, type PublicForm } from './form.ts'
import { asPage, goTo, isExpected, LATER_S, linkOf, mayLook, publicRoute, readerOf, waitFor, type Draw } from './page.ts'
import { statusScreen } from './status-link.ts'

interface Shown {
  readonly status: number
  readonly screen: RequestScreen
  readonly retryAfter?: number
}
type Params = { readonly id: string }

const CLOSED: Shown = { status: 404, screen: { kind: 'closed' } }
const TOKEN = /^[\w-]{43}$/

interface Given { readonly values?: ReportValues; readonly issues?: readonly FormIssue[]; readonly refusal?: Refusal; readonly token?: string | undefined }

const form = (door: OpenDoor, given: Given = {}): RequestScreen => ({
  kind: 'form', siteName: door.siteName, machine: door.machine, emergency: door.emergency, values: given.values ?? {}, issues: given.issues ?? [], refusal: given.refusal ?? null,
  token: given.token ?? newFormToken(),
})

const waiting = (seconds: number, door: OpenDoor | null): Shown => ({ status: 429, retryAfter: seconds, screen: { kind: 'wait', seconds, emergency: door?.emergency ?? null } })

const valuesOf = ({ field }: PublicForm): ReportValues => Object.fromEntries(REPORT_FIELDS.flatMap((name) => {
  const value = field(name)
  return value === undefined ? [] : [[name, value.slice(0, 5000)]]
}))

// No browser chooses a file again by itself.
const again = (sent: PublicForm, issues: readonly FormIssue[]): readonly FormIssue[] => (sent.files.length > 0 ? [...issues, 'photo-again'] : issues)

/** What keeps a form from being taken; the fields by name, the rest by a word. */
function issuesOf(sent: PublicForm, read: ReturnType<typeof readReport>): readonly FormIssue[] {
  const issues: FormIssue[] = [
    ...('missing' in read ? read.missing : []), ...(sent.tooLarge ? ['photo-too-large' as const] : []),
    // A field that nobody sees: only programs fill it.
    ...((sent.field('website') ?? '') === '' ? [] : ['trap' as const]),
  ]
  return issues.length > 0 ? again(sent, issues) : []
}

async function file(request: Request, door: OpenDoor, reader: Reader, sent: { report: Report; token: string; photo: GuestFile | null }): Promise<Response | Shown> {
  try {
    const filed = await fileReport(door.orgId, { ...sent, publicId: door.publicId, locale: localeOf(reader.language ?? '') })
    if (sent.photo && filed.isNew) ringAttachment({ orgId: door.orgId, id: sent.photo.id })
    if (sent.photo && !filed.isNew) await dropGuestFile(sent.photo)
    const path = `/s/${filed.secret}`
    // A screen for many must not keep a link in its history; whoever is in danger must read on at once.
    if (!reader.kiosk && !sent.report.danger) return goTo(`${path}?sent=1${reader.language === null ? '' : `&lang=${encodeURIComponent(reader.language)}`}`)
    const status = await statusScreen(filed.secret, linkOf(request, path))
    return status === null ? CLOSED : { status: 200, screen: { kind: 'sent', status, danger: sent.report.danger ? door.emergency : null } }
  } catch (error) {
    if (sent.photo) await dropGuestFile(sent.photo)
    throw error
  }
}

async function take(request: Request, door: OpenDoor, reader: Reader): Promise<Response | Shown> {
  const sent = await readForm(request, 'photo')
  if (sent === null) return { status: 413, screen: form(door, { issues: ['too-large'] }) }
  const token = sent.field('token') ?? ''
  const values = valuesOf(sent)
  const kept = { values, token: TOKEN.test(token) ? token : undefined }
  const read = readReport(door.machine ? { ...values, machine: '' } : values)
  const issues = issuesOf(sent, read)
  if ('missing' in read || issues.length > 0) return { status: 422, screen: form(door, { ...kept, issues }) }
  if (isForeign(env(), request.headers)) return { status: 403, screen: form(door, { ...kept, issues: again(sent, ['foreign']) }) }
  const [chosen] = sent.files
  const photo = chosen ? await storeGuestFile(door.orgId, 'photo', chosen.name, new Uint8Array(await chosen.arrayBuffer())) : null
  if (photo && !photo.ok) return { status: 422, screen: form(door, { ...kept, issues: ['photo-refused'], refusal: photo.error }) }
  try {
    return await file(request, door, reader, { report: read.report, token: kept.token ?? newFormToken(), photo: photo?.value ?? null })
  } catch (error) {
    const expected = expectedOf(error)
    if (isExpected(expected, 'not-found')) return CLOSED
    if (isExpected(expected, 'too-many')) return waiting(LATER_S, door)
    if (!expected) log.error({ err: error }, 'a report was not taken')
    return { status: 503, screen: form(door, { ...kept, issues: again(sent, ['unavailable']) }) }
  }
}

async function look(request: Request, publicId: string): Promise<Shown> {
  const wait = mayLook(request)
  const door = wait > 0 ? null : await openDoor(publicId)
  return wait > 0 ? waiting(wait, null) : door ? { status: 200, screen: form(door) } : CLOSED
}

async function post(request: Request, publicId: string, reader: Reader): Promise<Response | Shown> {
  const early = mayLook(request)
  if (early > 0) return waiting(early, null)
  const door = await openDoor(publicId)
  if (!door) return CLOSED
  const wait = waitFor(request, 'report', REPORT_RATES.address, { id: door.siteId, rate: REPORT_RATES.site })
  return wait > 0 ? waiting(wait, door) : take(request, door, reader)
}

/**
 * requestDoor makes the routes of a poster's address: GET shows the form, POST takes it. Unknown, renewed and closed addresses answer alike; what was typed is
 * shown again whenever something is missing.
 */
export function requestDoor(draw: Draw<RequestScreen>) {
  const answer = async (shown: Response | Shown, reader: Reader): Promise<Response> => {
    if (shown instanceof Response) return shown
    const { status, screen, retryAfter } = shown
    return asPage({ status, html: await draw(screen, reader), referrer: 'same-origin', ...(retryAfter === undefined ? {} : { retryAfter }) })
  }
  return {
    GET: publicRoute<Params>('request', async (request, { id }) => answer(await look(request, id), readerOf(request))),
    POST: publicRoute<Params>('request', async (request, { id }) => {
      const reader = readerOf(request)
      return answer(await post(request, id, reader), reader)
    }),
  }
}
