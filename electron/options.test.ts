import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { helpText, ownArguments, parseOptions } from './options.mjs'

function messageOf(...argv: string[]) {
  const parsed = parseOptions(argv)
  return parsed.ok ? '' : parsed.message
}

function optionsOf(...argv: string[]) {
  const parsed = parseOptions(argv)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.options
}

describe('parseOptions', () => {
  test('without arguments leaves everything to the defaults', () => {
    expect(optionsOf()).toEqual({ windowed: false, help: false, admin: false, setPin: false })
  })

  test('opens the curator’s window without a wall, and refuses there what is a wall’s', () => {
    expect(optionsOf('--admin', '--content', 'a')).toMatchObject({ admin: true, content: 'a', setPin: false })
    expect(optionsOf('--set-pin')).toMatchObject({ admin: true, setPin: true })
    expect(messageOf('--admin', '--windowed')).toContain('--windowed is for a wall')
    expect(messageOf('--admin', '--shots', 'x')).toContain('--shots is for a wall')
    expect(helpText('admin')).toContain('npm run admin')
    expect(helpText('admin')).not.toContain('--windowed')
    expect(helpText()).toContain('--admin')
  })

  test('accepts a value after a space and after an equals sign', () => {
    expect(optionsOf('--content', 'a b', '--data=c=d', '--windowed', '--exit-after', '2.5')).toEqual({
      content: 'a b',
      data: 'c=d',
      windowed: true,
      exitAfter: 2.5,
      help: false,
      admin: false,
      setPin: false,
    })
  })

  test.each([
    ['--contnet', '--content'],
    ['--Content', '--content'],
    ['-screen', '--screen'],
    ['--shot=x', '--shots'],
    ['--exitafter', '--exit-after'],
    ['--exit', '--exit-after'],
    ['--window', '--windowed'],
    ['--hlep', '--help'],
  ])('names the likely option for %s', (wrong, likely) => {
    expect(messageOf(wrong, 'x')).toContain(`Did you mean ${likely}?`)
  })

  test('guesses nothing where nothing is near', () => {
    expect(messageOf('--kiosk-mode')).toContain('--help')
    expect(messageOf('--kiosk-mode')).not.toContain('mean')
  })

  test('tells a bare word how a folder is given', () => {
    expect(messageOf('my-room')).toContain('npm start -- --content my-room')
  })

  test.each([[['--content']], [['--content', '--windowed']], [['--data=']], [['--screen', '']]])(
    'asks for a missing value: %j',
    (argv) => {
      expect(messageOf(...argv)).toContain('needs a value')
    },
  )

  test('refuses a value where none belongs', () => {
    expect(messageOf('--windowed=yes')).toContain('takes no value')
  })

  test.each(['0', '-1', '1e3', '0x10', 'ten', 'NaN', 'Infinity', '2678401', ' 5'])(
    'refuses --exit-after %j',
    (seconds) => {
      expect(messageOf(`--exit-after=${seconds}`)).toContain('31 days')
    },
  )

  test('never throws, and every refusal says something', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string().map((text) => `--${text}`),
          ),
        ),
        (argv) => {
          const parsed = parseOptions(argv)
          return parsed.ok || parsed.message.length > 0
        },
      ),
    )
  })

  test('gives back any value it was given', () => {
    const value = fc.string({ minLength: 1 })
    fc.assert(
      fc.property(value, value, (content, screen) => {
        const options = optionsOf(`--content=${content}`, `--screen=${screen}`)
        return options.content === content && options.screen === screen
      }),
    )
  })

  test('one foreign letter in a name is always recognised', () => {
    const name = fc.constantFrom('content', 'screen', 'windowed', 'exit-after')
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom(...'jkqz'), (right, place, letter) => {
        const at = place % right.length
        const wrong = `${right.slice(0, at)}${letter}${right.slice(at + 1)}`
        return messageOf(`--${wrong}`).includes(`--${right}?`)
      }),
    )
  })
})

describe('ownArguments', () => {
  test('takes what follows the divider', () => {
    const argv = ['electron', '--inspect=0', '--no-sandbox', '/app', '--', '--content', 'x', '--lang']
    expect(ownArguments(argv, true)).toEqual(['--content', 'x', '--lang'])
  })

  test("without a divider leaves out the app's folder and the host's switches", () => {
    const argv = ['electron', '--no-sandbox', '--remote-debugging-port=0', '/app', '--content', 'x']
    expect(ownArguments(argv, true)).toEqual(['--content', 'x'])
  })

  test('a packaged app has no folder among its arguments', () => {
    expect(ownArguments(['customer-room', '--no-sandbox', '--content', 'x'], false)).toEqual([
      '--content',
      'x',
    ])
    expect(ownArguments(['customer-room', '--content', 'x'], false)).toEqual(['--content', 'x'])
  })
})

test('the help fits a terminal and names every option', () => {
  const lines = helpText().split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  for (const name of ['content', 'data', 'screen', 'windowed', 'shots', 'exit-after', 'help']) {
    expect(helpText()).toContain(`--${name} `)
  }
})
