import { benchStill } from './smooth-still.ts'
import { benchPeers, benchSwaps } from './smooth-swaps.ts'

// Frames while one slide gives way to the next, beside a bare cross-fade of pictures of the same two slides in the same
// page, turn by turn; ways to cross-fade beside each other; and what a slide costs that stands still.
//   npm run bench -- smooth [swaps | peers | still] [1080 | 2160] [a kind, such as quote] [quick]
// `quick`: few rounds, for a first look.

const words = process.argv.slice(2)
const isQuick = words.includes('quick')
const parts = ['swaps', 'peers', 'still'].filter((part) => words.includes(part))
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part)
const heights = [1080, 2160].filter((height) => words.includes(String(height)))
const others = words.filter((word) => ![...parts, ...heights.map(String), 'quick'].includes(word))

if (wanted('swaps')) await benchSwaps(others, heights.length > 0 ? heights : [1080, 2160], isQuick)
if (wanted('peers')) await benchPeers(heights.length > 0 ? heights : [1080, 2160], isQuick)
if (wanted('still')) await benchStill(others, isQuick)
