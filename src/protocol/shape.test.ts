import { expect, test } from 'vitest'
import { Id, Region } from './shape.ts'

test.each(['000000', '990102', '990102001', '110101'])('takes the region %s', (code) => {
  expect(Region.safeParse(code).success).toBe(true)
})

test.each(['000123', '001102', '000000001', '00', '9901', '99010', '99010200', '９９０１０２', '990102\n'])(
  'takes no region %j: it names nothing, or a place without a province',
  (code) => {
    expect(Region.safeParse(code).success).toBe(false)
  },
)

test('takes an id only with a realm in it', () => {
  expect(Id.safeParse('019ec8ca-e280-786b-89ab-7e49388a2bb8').success).toBe(true)
  expect(Id.safeParse('019ec8ca-e280-786b-8000-3e49388a2bb8').success).toBe(false)
  expect(Id.safeParse('019EC8CA-E280-786B-89AB-7E49388A2BB8').success).toBe(false)
})
