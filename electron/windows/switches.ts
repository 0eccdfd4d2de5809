import { app } from 'electron'

/** Chromium's own settings; to be called before the app is ready. */
export function setSwitches(): void {
  const { commandLine } = app
  // A call must be heard though nobody has clicked (electron 13525).
  commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  // The sixth crash of the GPU process would otherwise end the app.
  commandLine.appendSwitch('disable-gpu-process-crash-limit')
  // Nothing leaves this machine: not by name, not in the background, not as a ping.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name)
  }
  commandLine.appendSwitch('disable-pinch')
  commandLine.appendSwitch('overscroll-history-navigation', '0')
}
