import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** Skeleton is a grey place of the size of what comes; give width and height by class. */
export function Skeleton({ className }: { readonly className?: string }): ReactNode {
  return <span aria-hidden className={cx('block animate-wait rounded-sm bg-g4', className)} />
}

/** SkeletonRows stand for a list that is on its way. */
export function SkeletonRows({ rows, height = 'h-12' }: { readonly rows: number; readonly height?: string }): ReactNode {
  return (
    <div className="divide-y divide-line-soft" aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={cx('flex items-center gap-3 px-3.5', height)}>
          <Skeleton className="size-5" />
          <Skeleton className={cx('h-3.5', index % 2 === 0 ? 'w-2/5' : 'w-1/3')} />
          <Skeleton className="ms-auto h-3.5 w-16" />
        </div>
      ))}
    </div>
  )
}
