import type { zhPublic } from './zh-public.ts'

/** The same in English. */
export const enPublic: typeof zhPublic = {
  foot: {
    label: 'About this site',
    about: 'How the union does',
    status: 'Service status',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
  },
  about: {
    title: 'About',
    heading: 'What the union does here, and how well',
    lead: 'When you tell us something, somebody takes it, there is a date, and there is an answer. Whether it is solved, only you say.',
    doesHeading: 'Once you have told us',
    does: [
      'You get a receipt at once: who handles it, and by when they answer.',
      'The union first writes what it understood, what it can and cannot do, and you say whether that is it.',
      'When it is done, somebody else asks you whether it is solved. Nobody can answer for you.',
      'If you say it is not solved, it is handled again; where even that fails, it stands as not solved.',
    ],
    counted: (by: string, from: string, to: string) => `${by} and the unions below, ${from} to ${to}`,
    work: 'What was done this year',
    failed: 'Where we failed',
    failedLead: 'What we did not do well is counted here too.',
    nobody: 'No union is set up here yet, so there are no figures.',
    where: 'The figures come from the work; none is reported by hand. Open one to see how it is counted.',
    hidden: (fewest: number) =>
      `Counts below ${fewest}, and what would give them away, are not shown, so that nobody is recognised.`,
    line: 'What the union set out to do, clause by clause',
  },
  status: {
    title: 'Service status',
    heading: 'Is this service working?',
    checked: (when: string) => `Checked ${when}. A result is kept for thirty seconds at most.`,
    well: 'Everything works now.',
    mostly: 'You can raise a matter and follow it. What is not set up is said below.',
    notWell:
      'Something does not work now; it is said below. If it is urgent, call the union on 12351; if a life is in danger, first 110, 119 or 120.',
    pieces: { intake: 'Taking what you write', jobs: 'Dates and notices', sms: 'Text messages', backup: 'Backup' },
    states: { ok: 'works', behind: 'late', down: 'does not work', off: 'not set up', unknown: 'cannot be checked' },
    said: {
      intake: {
        ok: 'What you write is stored, with a receipt at once.',
        down: 'Nothing can be stored now. What you wrote is still on your phone: please submit it later, or call 12351.',
      },
      jobs: {
        ok: 'Reminders, callbacks and figures keep up.',
        behind: (since: string) => `There is a backlog since ${since}. Nothing is lost; reminders come later.`,
        unknown: 'This cannot be checked now.',
      },
      sms: {
        ok: 'Whoever left a mobile number gets a text when there is news.',
        behind: (since: string) =>
          `Since ${since} some texts could not be sent; they are being tried again. Please look with your receipt.`,
        off: 'Text messages are not set up here. Please look with your receipt.',
        unknown: 'This cannot be checked now.',
      },
      backup: {
        ok: (when: string) => `The last one: ${when}.`,
        behind: (when: string) => `The last one: ${when}; another is overdue.`,
        off: 'There is no record of one.',
      },
    },
  },
  accessibility: {
    title: 'Accessibility',
    heading: 'Everyone must be able to use it',
    lead: 'Made to the Law on Building a Barrier-Free Environment (Art 32 and 35), to WCAG 2.2 AA and to the national rules for care editions.',
    metHeading: 'What is met',
    met: {
      keyboard: 'Everything can be done from beginning to end with the keyboard alone.',
      noScript: 'On an old phone or with scripts off, you can raise a matter, follow it and give your verdict.',
      text: 'In the care edition text is 22 pixels and buttons at least 60 pixels high; in the plain edition buttons are at least 44.',
      narrow: 'On a screen of 320 pixels nothing is cut off.',
      contrast: 'Contrast was checked in light and dark; colour is never the only sign.',
      alternative:
        'Pictures and seals have words that a screen reader reads; every page was checked with axe, which found nothing.',
      noPuzzle: 'There is no puzzle to prove that you are human, and what you wrote is not lost when you stay away.',
    },
    lackingHeading: 'What is not met yet',
    lacking: [
      'People who see, hear or move with difficulty have not used it for long, and nobody outside has audited it.',
      'There is no sign language and no braille; whether 12351 takes text or sign language depends on the place.',
      'There are Chinese and English only. Another language opens when a named person has read and signed it.',
      'It does not read aloud by itself; that is left to the screen reader of your phone or computer.',
    ],
    complainHeading: 'Something does not work for you?',
    complain:
      'Write down on which page, what you wanted to do and where you got stuck; or call 12351. Like everything else it gets a receipt, an answer and a callback.',
    complainDo: 'Say what does not work',
  },
}
