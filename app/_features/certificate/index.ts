export { CertificateGuide } from './components/certificate-guide.tsx'
