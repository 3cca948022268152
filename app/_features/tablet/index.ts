export { TabletApp } from './shell/components/tablet-app.tsx'
export { beforePaint } from './shell/prefs.ts'
