import { Component, type ReactNode } from 'react'
import { Trouble } from '../kit/States.tsx'

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly error: unknown
}

/** A place that fails leaves the others as they are. */
export class PlaceBoundary extends Component<Props, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error ?? new Error('Unknown') }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    const told = error instanceof Error ? error.message : String(error)
    return <Trouble error={told} onAgain={() => this.setState({ error: undefined })} />
  }
}
