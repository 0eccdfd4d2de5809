export const lock = {
  title: 'The curator’s PIN',
  noPin: 'Nobody has set a PIN here',
  setIt: 'It is set on a terminal of this machine, not on the wall:',
  setItWhere: 'If the wall was started with --data, add the same --data here. Then press Ctrl+Shift+A again.',
  pin: 'PIN',
  open: 'Open',
  back: 'Back to the wall',
  checking: 'One moment …',
  wrong: 'That is not the PIN.',
  wait: (span: string) => `The next try is possible in ${span}.`,
}
