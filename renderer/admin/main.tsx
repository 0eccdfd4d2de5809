import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/slide.css'
import './admin.css'
import { App } from './shell/App.tsx'

// Files that are dropped beside a place for them must not take the window away.
for (const name of ['dragover', 'drop'] as const)
  document.addEventListener(name, (event) => event.preventDefault())

const root = document.getElementById('admin')
if (root) createRoot(root).render(<App />)
