/**
 * Two layers at most: what is on the wall, and what is being prepared over it. Nothing leaves before the next one is
 * whole, so that no blank or half-drawn frame is ever seen. Pure.
 */

export interface Layer<View> {
  /** The play, or the reason why nothing plays. */
  readonly key: string
  readonly view: View
  readonly phase: 'preparing' | 'entering' | 'shown'
}

export interface Layers<View> {
  /** In the order in which they are stacked: what is shown, then what comes over it. */
  readonly stack: readonly Layer<View>[]
  /** What the host wants to be seen. */
  readonly target?: Target<View> | undefined
  /** Could not be drawn; it is not tried again until something else was wanted. */
  readonly failed?: string | undefined
}

interface Target<View> {
  readonly key: string
  readonly view: View
}

export type LayerEvent<View> =
  | { readonly type: 'target'; readonly key: string; readonly view: View }
  /** The layer is laid out and all its pictures and its sound are decoded. */
  | { readonly type: 'ready'; readonly key: string }
  /** The layer has come in. */
  | { readonly type: 'entered'; readonly key: string }
  | { readonly type: 'failed'; readonly key: string }

export const NO_LAYERS = { stack: [] } as const

export function stepLayers<View>(state: Layers<View>, event: LayerEvent<View>): Layers<View> {
  switch (event.type) {
    case 'target':
      return pursue(updated({ ...state, target: { key: event.key, view: event.view } }))
    case 'ready':
      return withPhase(state, event.key, 'preparing', 'entering')
    case 'entered':
      return pursue(onlyShown(withPhase(state, event.key, 'entering', 'shown')))
    case 'failed':
      return pursue(withoutFailed({ ...state, failed: event.key }))
  }
}

/** A play that goes on may be told anew: another theme, an edited word. It stays the same layer. */
function updated<View>(state: Layers<View>): Layers<View> {
  const { target, failed } = state
  if (!target) return state
  const stack = state.stack.map((layer) =>
    layer.key === target.key ? { ...layer, view: target.view } : layer,
  )
  return { ...state, stack, failed: failed === target.key ? failed : undefined }
}

/** Prepares the target, unless it is there already, has failed, or another one is just coming in. */
function pursue<View>(state: Layers<View>): Layers<View> {
  const { stack, target, failed } = state
  if (!target || target.key === failed || stack.some((layer) => layer.phase === 'entering')) return state
  const shown = stack.filter((layer) => layer.phase === 'shown')
  if (shown.some((layer) => layer.key === target.key)) return { ...state, stack: shown }
  if (stack.some((layer) => layer.key === target.key)) return state
  return { ...state, stack: [...shown, { ...target, phase: 'preparing' }] }
}

function withPhase<View>(
  state: Layers<View>,
  key: string,
  from: Layer<View>['phase'],
  to: Layer<View>['phase'],
): Layers<View> {
  const stack = state.stack.map((layer) =>
    layer.key === key && layer.phase === from ? { ...layer, phase: to } : layer,
  )
  return { ...state, stack }
}

function onlyShown<View>(state: Layers<View>): Layers<View> {
  const top = state.stack.findLast((layer) => layer.phase === 'shown')
  return top ? { ...state, stack: [top] } : state
}

/** What failed before it was shown is taken away; what fails on the wall stays until something follows it. */
function withoutFailed<View>(state: Layers<View>): Layers<View> {
  return {
    ...state,
    stack: state.stack.filter((layer) => layer.key !== state.failed || layer.phase === 'shown'),
  }
}
