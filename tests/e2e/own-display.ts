/** The windows of each test file open on a display that no other file has at the time, so that each has the keyboard. */

const displays = process.env['CUSTOMER_ROOM_DISPLAYS']?.split(' ').filter(Boolean) ?? []
const display = displays[Number(process.env['VITEST_POOL_ID']) - 1]
if (display) process.env['DISPLAY'] = display
else if (displays.length > 0) throw new Error('There are more workers than displays for their windows.')
