import type { zhPrivacy } from './zh-privacy.ts'

/** The same in English. */
export const enPrivacy: typeof zhPrivacy = {
  title: 'Privacy',
  heading: 'What we store, and who can see it',
  lead: 'Every sentence here is checked by a program against the database and the logs. How it is checked is public.',
  storedHeading: 'What is stored',
  stored: {
    sealed:
      'What you write, your messages, photos and recordings are locked. Whoever steals the database alone reads no sentence, no name, no number.',
    apart: 'Your name and number have another lock, apart from what you wrote.',
    plain:
      'Not locked are: the number of the matter, times, the region, the employer you chose, how many people, the topic, the groups you ticked, how far it is, and which union handles it.',
    theft: 'So whoever steals the database still sees which union handled what kind of matter, and when.',
    code: 'Your code is not stored, only a figure to check it with, from which the code cannot be reckoned.',
  },
  unstoredHeading: 'What is not stored',
  unstored: {
    cookie: 'There is no account, and no cookie on your phone.',
    device: 'We store no network address, no model of your phone and no browser, whichever way you choose.',
    abuse:
      'Against abuse, when a file is sent, a comment is made or a wrong code is typed, we note a scrambled figure and delete it within a day.',
    log: 'Our own logs hold nothing you wrote and no network address.',
    address: 'No web address holds a number, a code or anything you wrote.',
    others: 'The pages hold nothing of other companies: no statistics, advertisements, maps or fonts from elsewhere.',
    network:
      'What we cannot help: your network operator and the gateway of this site may keep a record that you were online; by law for six months or more.',
  },
  seenHeading: 'Who can see it',
  seen: {
    words: 'What you wrote can be opened only by those who sort, handle, decide or call back about the matter.',
    recorded:
      'Before each opening it is recorded which union opens it, and when. You see this record on the follow page.',
    confidential:
      'If you choose confidential, those who handle the matter cannot open your name and number; they write to you on the follow page.',
    sms: 'If you left a mobile number, texts say that there is news, never what it is. The provider of texts sees the number and that sentence.',
    employer:
      "Your employer's own union neither sees nor finds matters against that employer; only named matters of canteen, dormitory, sport and culture may be given to it.",
    cadre: 'Complaints about union cadres are seen by discipline inspection only.',
    admin:
      'Whoever runs the system cannot open what you wrote with their account. Whoever has both database and keys can, so the keys are not kept with the data.',
  },
  modesHeading: 'What you choose is what holds',
  keptHeading: 'How long, and how to delete',
  kept: {
    identity:
      'You can delete your name and number at any time on the follow page. Nobody can bring them back, and the matter goes on.',
    text: 'Once the matter has ended you can delete what you wrote too; only the course of it stays.',
    backup: 'When an old backup is restored, what you deleted is deleted again before the doors open.',
    file: 'Photos and papers that were sent but never submitted are deleted when their time is over.',
    forever: 'Nothing is deleted by itself yet when a time is over: what you do not delete stays.',
  },
  follow: 'See the record or delete my data on the follow page',
}
