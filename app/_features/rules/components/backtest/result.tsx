'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { judgesPoint } from '#server/core/condition/measure-unit.ts'
import { Link } from '../../../../_ui/link.tsx'
import { useBacktestAddress } from '../../hooks/use-backtests.ts'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import { courseSubject } from '../../prepare/backtest-chart.ts'
import { firingNamed, type Report, type Rows, type Side } from '../../prepare/backtest.ts'
import { limitSide } from '../../prepare/shadow.ts'
import { CourseDialog } from '../course-dialog.tsx'
import { Basis } from './basis.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { MachinesPanel } from './machines-panel.tsx'
import { RangeChart } from './range-chart.tsx'
import { ROWS_ID, RowsPanel } from './rows-panel.tsx'

/** Result shows what a back-test has come to: the numbers side by side, the course over the range, and the rows behind every number. */
export function Result({ report, sides }: { readonly report: Report; readonly sides: BacktestSides }): ReactNode {
  const t = useTranslations('backtest.course')
  const [{ rows, of, firing, seen, view }, set] = useBacktestAddress()
  const opened = firingNamed(report, firing)
  const subject = opened === null ? null : courseSubject(report, opened.id, opened.fired)
  const lead = (next: Rows, side: Side): void => {
    void set({ rows: next, of: report.compared === null ? 'both' : side })
    document.getElementById(ROWS_ID)?.focus()
  }
  return (
    <>
      <FiguresPanel report={report} sides={sides} onOpen={lead} />
      <RangeChart report={report} sides={sides} seen={seen} asTable={view === 'table'} onChange={(change) => { void set(change) }} />
      {report.machines.length > 1 && <MachinesPanel report={report} sides={sides} />}
      <RowsPanel
        report={report} sides={sides} rows={rows} of={of} inUnit={sides.tried !== null && judgesPoint(sides.tried)}
        onChange={(change) => { void set(change) }} onOpen={(id) => { void set({ firing: id }) }}
      />
      <Basis report={report} />
      {opened !== null && subject !== null && (
        <CourseDialog
          key={opened.id} fired={subject} side={limitSide(sides[opened.side])} until={report.range.to} onClose={() => { void set({ firing: null }) }}
          title={t('title', { machine: subject.assetTag, point: subject.pointName, side: sides.name(opened.side) })}
        >
          {opened.fired.order !== null && <p className="mt-2 text-13">{t('order')} <Link href={`/work-orders/${opened.fired.order.number}`}>{opened.fired.order.number}</Link></p>}
        </CourseDialog>
      )}
    </>
  )
}
