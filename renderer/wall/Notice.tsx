import type { ReactNode } from 'react'
import type { Snapshot } from '../core/contract.ts'
import { direction } from '../core/text.ts'
import { ChairHole } from '../ui/Figure.tsx'
import { Frame } from '../ui/Frame.tsx'
import { sizesDown } from '../ui/fit.ts'
import { messages } from '../ui/messages.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { Slide } from '../ui/Slide.tsx'
import { useStage } from '../ui/StageBox.tsx'
import { cutOffset, u } from '../ui/stage.ts'
import { Head, We } from '../ui/Text.tsx'
import { useFit } from '../ui/use-fit.ts'

export type NoticeType = 'indexing' | 'empty' | 'withheld' | 'gone'

interface NoticeProps {
  readonly type: NoticeType
  readonly room: Snapshot['room']
}

/** Nothing to show: one sentence, one instruction. */
export function Notice({ type, room }: NoticeProps) {
  const [sentence, instruction] = messages(room.language).wall[type]
  return (
    <ChairNotice name={type} sentence={sentence} room={room}>
      {withFolder(instruction, lastPart(room.folder))}
    </ChairNotice>
  )
}

/** Words of the curator's own for everybody in the room, while they stand in place of all slides. */
export function MessageNotice({
  message,
  room,
}: {
  readonly message: string
  readonly room: Snapshot['room']
}) {
  return <ChairNotice name={message} sentence={message} room={room} />
}

interface ChairNoticeProps {
  /** What it is measured as. */
  readonly name: string
  readonly sentence: string
  readonly room: Snapshot['room']
  readonly children?: ReactNode
}

/** The paper of nobody, the chair that is missing from it, and what is said beside them. */
function ChairNotice({ name, sentence, room, children }: ChairNoticeProps) {
  const { stage, grid } = useStage()
  const portrait = stage.shape === 'portrait'
  const paperU = portrait ? Math.min(28.4, grid.heightU * 0.448) : Math.min(25, grid.widthU * 0.4)
  const textU = portrait ? grid.liveU : Math.min(grid.widthU - grid.startU - paperU - 2.4, 36)
  const chairU = portrait ? paperU - 3 : Math.min(30, grid.heightU * 0.84, paperU * 1.4)
  const { ref, layout: c } = useFit([sizesDown(3.4, children === undefined ? 1.41 : 2)], {
    key: `${name} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: 0,
    onUnfit: () => undefined,
  })
  const chair = portrait
    ? { left: u((grid.widthU - (chairU * 660) / 1180) / 2), bottom: u(-0.6) }
    : { right: u(paperU * 0.2), bottom: u(-1.6) }
  return (
    <Slide ref={ref} lang={room.language} dir={direction(sentence)}>
      <div className="at" data-sheet="" style={portrait ? cutTop(paperU, grid.widthU) : { inset: 0 }}>
        <Sheet side={portrait ? 'top' : 'right'} sizeU={paperU} paper="shade" />
        <ChairHole heightU={chairU} style={chair} />
      </div>
      <div
        className="at"
        data-fit=""
        style={{
          insetInlineStart: 'var(--ms)',
          width: u(textU),
          top: u(portrait ? paperU + 2.2 : grid.topU),
          bottom: u(portrait ? 7.2 : 5),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          gap: u(1.6),
        }}
      >
        <Head c={c} rise={1} style={{ lineHeight: 1.05 }}>
          {sentence}
        </Head>
        {children === undefined ? null : (
          <We c={1.41} rise={2} tight>
            {children}
          </We>
        )}
      </div>
      <Frame rest={room.name} room={room} pass={{ index: 0, count: 1 }} short />
    </Slide>
  )
}

/** The chair bleeds off the paper, so it is cut where the paper is. */
function cutTop(paperU: number, widthU: number) {
  const clipPath = `polygon(0 0, 100% 0, 100% calc(100% - ${u(cutOffset(widthU))}), 0 100%)`
  return { left: 0, right: 0, top: 0, height: u(paperU), clipPath }
}

function withFolder(sentence: string, folder: string) {
  const [before, after] = sentence.split('{folder}')
  return [before, <b key="folder">{folder}</b>, after]
}

/** The folder's own name: a whole path is for the curator's window, not for everybody who walks by. */
function lastPart(folder: string): string {
  return folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder
}
