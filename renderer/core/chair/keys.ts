/** What a key of a presenter remote or a keyboard means to a meeting. */
export type ChairCommand =
  | { readonly type: 'on' | 'back' | 'next' | 'previous' | 'cycle' | 'add' | 'take-back' | 'start' | 'end' }
  | { readonly type: 'digit'; readonly digit: number }

const COMMANDS: Readonly<Record<string, ChairCommand['type']>> = {
  PageDown: 'on',
  ArrowRight: 'on',
  PageUp: 'back',
  ArrowLeft: 'back',
  Enter: 'add',
  ' ': 'add',
  // Remotes that open links send Tab and Enter.
  Tab: 'cycle',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Backspace: 'take-back',
  Delete: 'take-back',
  F5: 'start',
  Escape: 'end',
  // The key of a remote that blanks the screen.
  '.': 'end',
  b: 'end',
  B: 'end',
}

/** Keys that are the meeting's while somebody types; all others are letters. */
const WHILE_TYPING: readonly string[] = ['PageDown', 'PageUp', 'Enter', 'Escape']

/** `key` as the browser names it. Undefined: it means nothing here. */
export function chairCommand(key: string, isTyping: boolean): ChairCommand | undefined {
  if (isTyping && !WHILE_TYPING.includes(key)) return undefined
  if (/^[0-9]$/.test(key)) return { type: 'digit', digit: Number(key) }
  // Ten has no key of its own: plus, or T.
  if (key === '+' || key === 't' || key === 'T') return { type: 'digit', digit: 10 }
  const type = Object.hasOwn(COMMANDS, key) ? COMMANDS[key] : undefined
  return type === undefined || type === 'digit' ? undefined : { type }
}
