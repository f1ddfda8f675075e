import { describe, expect, it } from 'vitest'
import { propose } from './proposal.ts'

const lead = (id: number, level: string, more: object = {}) => ({
  unit: { id, name: `${level} ${id}`, level },
  staffed: true,
  above: true,
  sections: ['protection'],
  ...more,
})
const pay = { urgency: 'P2', groupUrgency: 'P1', lead: 'township', groupLead: 'county', section: 'protection' }
const one = { persons: 1, urgency: 'P2', fixed: null }
const leads = [lead(1, 'township'), lead(2, 'township', { above: false }), lead(3, 'county'), lead(4, 'city')]
const at = { groupFrom: 10, leads, ownUnit: 3 }

describe('what the catalogue proposes', () => {
  it('is the staffed union of the level on the way up, with the section it has', () => {
    expect(propose(pay, one, at)).toEqual({ urgency: 'P2', lead: '1', section: 'protection' })
    expect(propose({ ...pay, section: 'legal' }, one, at)).toMatchObject({ lead: '1', section: null })
  })

  it('is the next one above where that level is not staffed or not on the way', () => {
    expect(propose(pay, one, { ...at, leads: leads.slice(1) })).toMatchObject({ lead: '3' })
    expect(
      propose(pay, one, { ...at, leads: [lead(1, 'township', { staffed: false }), lead(4, 'city')] }),
    ).toMatchObject({ lead: '4' })
    expect(propose(pay, one, { ...at, leads: [] })).toMatchObject({ lead: null, section: null })
  })

  it('is another level and urgency for a group', () => {
    expect(propose(pay, { ...one, persons: 10 }, at)).toMatchObject({ urgency: 'P1', lead: '3' })
  })

  it('is whoever triages where the catalogue says so', () => {
    expect(propose({ ...pay, lead: 'receiving' }, one, at)).toMatchObject({ lead: '3' })
  })

  it('never touches a class that the raising fixed', () => {
    expect(propose(pay, { ...one, urgency: 'P0', fixed: 'danger' }, at)).toMatchObject({ urgency: 'P0' })
  })
})
