export { Notifications } from './components/notifications.tsx'
