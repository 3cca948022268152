import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

const DEVICES = ['android', 'apple', 'windows', 'mac', 'chromeos', 'linux'] as const
const STEPS = ['1', '2', '3'] as const

/** Devices are the steps for each kind of device, one opened at a time. */
export function Devices(): ReactNode {
  const t = useTranslations('certificate.devices')
  return (
    <section aria-labelledby="trust" className="grid gap-2">
      <h2 id="trust" className="text-20 font-strong">{t('title')}</h2>
      {DEVICES.map((device) => (
        <details key={device} name="device" className="group rounded-lg border border-line bg-surface open:pb-4">
          <summary className="flex min-h-14 cursor-pointer items-center justify-between px-4 font-mid">
            {t(`${device}.name`)}
            <ChevronDown size={20} strokeWidth={1.5} aria-hidden className="text-fg-2 group-open:rotate-180" />
          </summary>
          <ol className="list-decimal space-y-2 ps-10 pe-4">
            {STEPS.map((step) => <li key={step} className="ps-1">{t(`${device}.${step}`)}</li>)}
          </ol>
        </details>
      ))}
    </section>
  )
}
