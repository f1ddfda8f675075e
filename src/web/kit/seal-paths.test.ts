import { expect, it } from 'vitest'
import { sealDegrees } from './seal-paths.ts'

it('draws 面 心 实 in this order: dashed, outlined, solid', () => {
  const drawn = (...seals: Parameters<typeof sealDegrees>) =>
    sealDegrees(...seals).map(({ name, degree }) => `${name} ${degree}`)
  expect(drawn({ met: 'none', understood: 'none', delivered: 'none' })).toEqual([
    'met blank',
    'understood blank',
    'delivered blank',
  ])
  expect(drawn({ met: 'call', understood: 'affirmed', delivered: 'claimed' })).toEqual([
    'met outline',
    'understood solid',
    'delivered outline',
  ])
  expect(drawn({ met: 'person', understood: 'inPerson', delivered: 'yes' })).toEqual([
    'met solid',
    'understood solid',
    'delivered solid',
  ])
  expect(drawn({ met: 'thread', understood: 'yes', delivered: 'none' })[0]).toBe('met outline')
})
