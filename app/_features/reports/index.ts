export { OrderReports } from './components/order-reports.tsx'
