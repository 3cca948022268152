export { OrderList } from './components/order-list.tsx'
export { OrderPage } from './components/order-page.tsx'
export { queryOf } from './prepare/filters.ts'
export { filtersOf } from './prepare/parsers.ts'
