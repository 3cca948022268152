import type { Refusal } from '../attachments/attachment.ts'
import type { ReportField, ReportValues } from './report.ts'
import type { Stage } from './stage.ts'

/** Emergency is what somebody in danger reads at once. */
export interface Emergency {
  readonly words: string | null
  readonly phone: string | null
}

/** FormIssue is what keeps a form from being taken: a field, or the whole of it. */
export type FormIssue = ReportField | 'trap' | 'photo-too-large' | 'photo-refused' | 'too-large' | 'foreign' | 'unavailable' | 'photo-again'

/** RequestScreen is what the form's address shows. */
export type RequestScreen =
  | {
    readonly kind: 'form'
    readonly siteName: string
    readonly machine: { readonly tag: string; readonly name: string } | null
    readonly emergency: Emergency
    /** Names this form: sent twice, it is one report. */
    readonly token: string
    readonly values: ReportValues
    readonly issues: readonly FormIssue[]
    readonly refusal: Refusal | null
  }
  | { readonly kind: 'sent'; readonly status: StatusScreen; readonly danger: Emergency | null }
  | { readonly kind: 'wait'; readonly seconds: number; readonly emergency: Emergency | null }
  | { readonly kind: 'closed' }

/** ReportStatus is what a status link tells: how far the work on the report is, and nothing else of the plant. */
export interface ReportStatus {
  readonly stage: Stage
  readonly receivedAt: Date
  readonly stageAt: Date
  /** Why it was rejected, in the words of whoever did. */
  readonly reason: string | null
  readonly joined: boolean
  readonly zone: string
}

/** StatusScreen shows the status of a report under its link. */
export interface StatusScreen extends ReportStatus {
  readonly kind: 'status'
  /** The link itself, and its QR code as SVG. */
  readonly url: string
  readonly qr: string
}

/** Reader is who looks at a public page: the language he asked for, and how he came. */
export interface Reader {
  /** Asked for in the address. */
  readonly language: string | null
  readonly acceptLanguage: string | null
  /** The page's own path. */
  readonly path: string
  /** On a screen that many people use, one after the other. */
  readonly kiosk: boolean
  /** Just sent. */
  readonly sent: boolean
}

/** PosterScreen is a poster to be printed: whoever scans it comes to the form. */
export interface PosterScreen {
  readonly siteName: string
  readonly machine: { readonly tag: string; readonly name: string } | null
  readonly url: string
  readonly qr: string
  readonly emergency: Emergency
}
