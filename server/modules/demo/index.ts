export { CREDITS, credits, type DataCredit } from './credits.ts'
export { demoAccounts, readDemoFile, writeDemoFile, type DemoFile } from './demo-file.ts'
