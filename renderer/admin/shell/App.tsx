import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { LockView } from '../../core/admin/lock.ts'
import { bridge } from '../bridge.ts'
import { follow } from '../mirror.ts'
import { Lock } from './Lock.tsx'
import { Shell } from './Shell.tsx'
import { useIsDark, useLanguage } from './use-preferences.ts'

/** The window from its lock on. A window that is locked again is loaded anew: nothing of the room stays in it. */
export function App() {
  const language = useLanguage()
  const isDark = useIsDark()
  const [lock, setLock] = useState<LockView>()

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'evening' : 'day'
  }, [isDark])
  useEffect(() => {
    void bridge.call('unlock', {}).then(setLock)
  }, [])
  useEffect(() => (lock?.state === 'open' ? follow(bridge) : undefined), [lock])

  return (
    <I18nProvider locale={language}>
      {lock === undefined ? null : lock.state === 'open' ? (
        <Shell />
      ) : (
        <Lock lock={lock} onAnswer={setLock} />
      )}
    </I18nProvider>
  )
}
