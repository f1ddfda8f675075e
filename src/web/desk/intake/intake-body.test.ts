import { describe, expect, it } from 'vitest'
import { commands } from '../../../protocol/command.ts'
import { emptyIntake, type IntakeDraft, intakeBody } from './intake-body.ts'

const told: IntakeDraft = {
  ...emptyIntake(),
  text: '三月的加班费没有发',
  channel: 'hotline',
  region: { code: '990102', name: '江湾区' },
  mode: 'confidential',
  phone: ' 13800000000 ',
}
const schema = commands['demand.raise'].body

describe('what 接听登记 sends', () => {
  it('is a body of demand.raise, with only what was said', () => {
    const body = intakeBody({
      ...told,
      persons: '１０',
      employer: { id: 7, name: '江湾精工' },
      agency: { id: 8, name: '江湾人力' },
    })
    expect(schema.safeParse(body).success).toBe(true)
    expect(body).toEqual({
      region: '990102',
      channel: 'hotline',
      mode: 'confidential',
      text: '三月的加班费没有发',
      persons: 10,
      identity: { phone: '13800000000' },
      employer: 7,
      agency: 8,
    })
  })

  it('carries no identity of an anonymous worker, though one was typed before', () => {
    expect(intakeBody({ ...told, mode: 'anonymous' })).not.toHaveProperty('identity')
  })

  it.each([
    [{ text: '  ' }, 'intake.textMissing'],
    [{ channel: null }, 'intake.channelMissing'],
    [{ region: null }, 'intake.regionMissing'],
    [{ mode: null }, 'intake.modeMissing'],
    [{ persons: '0' }, 'intake.personsWrong'],
    [{ persons: '很多' }, 'intake.personsWrong'],
    [{ persons: '100001' }, 'intake.personsWrong'],
  ] as const)('says what is missing: %j', (patch, missing) => {
    expect(intakeBody({ ...told, ...patch })).toEqual({ missing })
  })

  it('sends the photo of a paper form along, once it is kept', () => {
    const paper = `0199a0b0-0000-7000-8000-000000000001.${'A'.repeat(43)}`
    const body = intakeBody({ ...told, paper })
    expect(body).toMatchObject({ files: [paper] })
    expect(schema.safeParse(body).success).toBe(true)
    expect(intakeBody(told)).not.toHaveProperty('files')
  })
})
