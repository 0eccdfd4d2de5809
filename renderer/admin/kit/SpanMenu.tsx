import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useAdminView } from '../mirror.ts'
import { useWords } from '../words/use-words.ts'
import { endOfDay, localMinute } from './local-minute.ts'

interface Props {
  /** On the button, with an ellipsis by itself. */
  readonly label: string
  /** What the lengths are of. */
  readonly menuLabel: string
  /** A local minute of the room's own zone. */
  readonly onChoose: (until: string) => void
  /** The wall's clock, ms since 1970 UTC. */
  readonly now: () => number
}

const MINUTES = [15, 30, 60, 120] as const
const MINUTE_MS = 60_000

/** How long something is to last: there is no length without an end. */
export function SpanMenu({ label, menuLabel, onChoose, now }: Props) {
  const { now: words } = useWords()
  const zone = useAdminView()?.timezone ?? 'UTC'
  const choose = (key: string | number): void => {
    const at = now()
    // The minute that has begun is not taken off: half an hour is at least that.
    const ends = at + (Number(key) + 1) * MINUTE_MS - 1
    onChoose(key === 'day' ? endOfDay(at, zone) : localMinute(ends, zone))
  }
  return (
    <MenuTrigger>
      <Button className="button usual">
        {label}
        <span aria-hidden="true" className="arrow" />
      </Button>
      <Popover className="popover">
        <Menu className="options" aria-label={menuLabel} onAction={choose}>
          {MINUTES.map((count) => (
            <MenuItem key={count} id={count}>
              {words.minutes(count)}
            </MenuItem>
          ))}
          <MenuItem id="day">{words.restOfDay}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
