// A bare window on one address: real Chromium for layout, at any size, on any display.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1920,
    height: 1080,
    useContentSize: true,
    frame: false,
    enableLargerThanScreen: true,
  })
  window.loadURL(process.argv.at(-1) ?? 'about:blank')
})
