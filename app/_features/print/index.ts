export { LabelsPage } from './components/labels-page.tsx'
export { OrderSheetsPage } from './components/order-sheets-page.tsx'
