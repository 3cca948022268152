'use client'

import { Component, type ReactNode } from 'react'
import { Failed } from './failed.tsx'

interface BoundaryProps {
  /** The address on screen: another one is a new beginning. */
  readonly path: string
  readonly children: ReactNode
}

/** Boundary keeps the frame alive when a screen throws: the rest of the tablet still works. */
export class Boundary extends Component<BoundaryProps, { readonly failedAt: string | null }> {
  override state = { failedAt: null as string | null }

  static getDerivedStateFromError(): { failedAt: string } {
    return { failedAt: window.location.pathname }
  }

  override render(): ReactNode {
    return this.state.failedAt === this.props.path ? <Failed retry={() => { this.setState({ failedAt: null }) }} /> : this.props.children
  }
}
