import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/slide.css'
import './wall.css'
import { MediaBase } from '../ui/media-url.ts'
import { follow } from './mirror.ts'
import { Wall } from './Wall.tsx'
import { memoryRoom } from './web.ts'

/** The wall in a plain browser, for looking at slides: `window.gallery.show(scene)`; media come from `/media/`. */
const room = memoryRoom()
Object.assign(window, { gallery: room })
follow(room.bridge)
const root = document.getElementById('wall')
if (root) {
  createRoot(root).render(
    <MediaBase value="/media/">
      <Wall bridge={room.bridge} />
    </MediaBase>,
  )
}
