export { CREDITS, credits } from './credits.ts'
export { demoAccounts, readDemoFile, writeDemoFile, type DemoFile } from './demo-file.ts'
