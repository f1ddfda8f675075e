import type { Limits } from './limit.ts'

/** The shipped limits for pure tests, which may not read files; `rules/limits.yaml` is held to the same vectors by its own test. */
export const limits2026: Limits = {
  version: 'test-2026',
  classes: {
    P0: { class: 'P0', firstContact: { minutes: 30 }, answer: { minutes: 120 }, interimEvery: null },
    P1: { class: 'P1', firstContact: { minutes: 120 }, answer: { workingDays: 3 }, interimEvery: null },
    P2: { class: 'P2', firstContact: { workingDays: 1 }, answer: { workingDays: 5 }, interimEvery: null },
    P3: { class: 'P3', firstContact: { workingDays: 1 }, answer: { workingDays: 10 }, interimEvery: null },
    P4: {
      class: 'P4',
      firstContact: { workingDays: 1 },
      answer: { workingDays: 30 },
      interimEvery: { workingDays: 10 },
    },
    consultation: { class: 'consultation', firstContact: null, answer: { workingDays: 1 }, interimEvery: null },
  },
  table: {
    P0: { plain: 'P0', hard: 'P0', complex: 'P0' },
    P1: { plain: 'P1', hard: 'P1', complex: 'P1' },
    P2: { plain: 'P2', hard: 'P3', complex: 'P4' },
  },
  triage: { P0: { minutes: 10 }, P1: { officeMinutes: 60 }, P2: { officeMinutes: 240 } },
  groupFrom: 10,
  contactTries: 3,
  urgency: { default: 'P2', group: 'P1', danger: 'P0' },
  order: {
    autoSign: { P0: { minutes: 10 }, P1: { officeMinutes: 240 }, P2: { officeMinutes: 240 } },
    objection: { officeMinutes: 240 },
    ruling: { workingDays: 1 },
    approval: { workingDays: 1 },
    jointBeforeWorkingDays: 1,
  },
  clock: { warnAtShare: 0.8, superviseAfter: { workingDays: 5 }, pauseForWorker: { workingDays: 10 } },
  callback: { tries: 3, ways: 2, closeAfter: { workingDays: 10 } },
  reopen: { within: { calendarDays: 30 }, times: 2, share: 0.5, atLeast: { workingDays: 1 } },
  exclusion: { ask: { workingDays: 5 }, decide: { workingDays: 5 } },
  alert: { sameLeaf: 3, within: { calendarDays: 30 } },
  watchDays: [30, 90],
  watchAt: '09:00',
  archiveAfter: { calendarDays: 31 },
  petition: {
    notice: { calendarDays: 15 },
    answer: { calendarDays: 60 },
    extension: { calendarDays: 30 },
    review: { calendarDays: 30 },
    recheck: { calendarDays: 30 },
  },
  vault: { revealMinutes: 1440, breakGlassMinutes: 120, confirmMinutes: 30, rightsAnswer: { workingDays: 15 } },
}
