import type { Evidence } from '../../core/item.ts'
import { direction } from '../../core/text.ts'
import { EvidenceMark } from '../../ui/Frame.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import type { Stage } from '../../ui/slide-props.ts'
import { u } from '../../ui/stage.ts'
import { Label, We } from '../../ui/Text.tsx'
import { type ChairProps, targetU } from './scene-props.ts'
import { Touch } from './Touch.tsx'
import { chairWords } from './words.ts'

interface FootProps extends ChairProps {
  readonly evidence?: Evidence | undefined
  readonly lead?: string | undefined
  readonly rest?: string | undefined
  /** Width of the line in u where a paper or a figure holds its end. */
  readonly widthU?: number | undefined
}

/** Height in u of what stands at the foot of a scene, with its distance from what is above it. */
export function footU({ screen, chair }: ChairProps, stage: Stage, hasSource: boolean): number {
  const buttons = Math.max(targetU(screen, stage), 2.4)
  const both = chair.can.goOn || chair.can.goBack || chair.can.end
  if (stage.shape === 'landscape') return 1.4 + (both ? buttons : 1.6) + 1.4
  return 1.4 + (hasSource ? 3 : 0) + (both ? buttons + 1 : 0) + 1.4
}

/** Where what is told comes from, and the buttons that stand for the keys of a remote. */
export function Foot(props: FootProps) {
  const { chair, room, screen, bridge, evidence, lead, rest, widthU } = props
  const { stage } = useStage()
  const words = chairWords(room.language)
  const press = (key: string) => () => void bridge.call('chairKey', { key })
  const height = u(Math.max(targetU(screen, stage), 2.4))
  const buttons = [
    { name: words.end, key: 'Escape', isOffered: chair.can.end },
    { name: words.goBack, key: 'PageUp', isOffered: chair.can.goBack },
    { name: words.goOn, key: 'PageDown', isOffered: chair.can.goOn },
  ].filter(({ isOffered }) => isOffered)
  const style = widthU === undefined ? {} : { width: u(widthU), insetInlineEnd: 'auto' }
  return (
    <footer className="chair-foot" style={style} data-rise="last">
      {lead || rest ? (
        <Label className="source" lang={room.language}>
          {evidence ? <EvidenceMark evidence={evidence} /> : null}
          {lead ? <b dir={direction(lead)}>{lead}</b> : null}
          {lead && rest ? ' ' : null}
          {rest}
        </Label>
      ) : (
        <span />
      )}
      {buttons.length === 0 ? null : (
        <div className="buttons">
          {buttons.map(({ name, key }) => (
            <Touch
              key={key}
              onTouch={press(key)}
              className={key === 'PageDown' ? 'forth' : ''}
              style={{ height, minWidth: height }}
            >
              <We c={1} strong={key === 'PageDown'} lang={room.language}>
                {name}
              </We>
            </Touch>
          ))}
        </div>
      )}
    </footer>
  )
}
