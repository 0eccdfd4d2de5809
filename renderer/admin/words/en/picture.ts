/** What is drawn over a photograph. */
export const picture = {
  title: 'Picture: blur, crop, what matters',
  hint: 'Draw over the picture with what is chosen below. Each frame can be moved with the arrow keys, sized with Shift and the arrow keys, and taken out with Delete.',
  noPicture: 'It may not be shown, so no picture of it has been made for the wall.',
  show: 'Show me the picture from the folder',
  showHint:
    'It is read from the folder for this window alone, small, and kept nowhere. The wall does not get it, and it is gone when you leave.',
  tool: 'What you draw',
  tools: { blur: 'parts to be blurred', crop: 'the part that is used', focal: 'what matters in it' },
  add: { blur: 'Add a part to be blurred', crop: 'Crop it', focal: 'Say what matters in it' },
  uncrop: 'Use all of it',
  unfocus: 'Nothing matters most',
  part: (at: number) => `Part ${at} to be blurred`,
  unseen: 'written in pixels: it is seen with the picture',
  cropFrame: 'Part that is used',
  place: (x: string, y: string, width: string, height: string) =>
    `${x} from the left, ${y} from above, ${width} wide, ${height} high`,
  focalAt: (x: string, y: string) => `What matters: ${x} from the left, ${y} from above`,
  save: 'Save the picture so',
}
