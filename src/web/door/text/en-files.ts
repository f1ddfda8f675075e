/** Photos, recordings and papers on the worker's door: what is taken is told before anything is chosen. */
export const enFiles = {
  legend: 'Photos and papers',
  legendVoice: 'Photos, recordings and papers',
  limits: (most: number, size: string, kinds: string) =>
    `Not needed. At most ${most}, each up to ${size}. You may add: ${kinds}.`,
  kinds: { photo: 'photos (JPEG, PNG, WebP)', voice: 'recordings', paper: 'PDF papers' },
  hidden:
    'Where a photo was taken, and with which phone, is taken out before the union sees it. Faces, signs and badge numbers in the picture stay: look first. A PDF may hold its author’s name.',
  noVoice:
    'Recordings are not taken when you are confidential or anonymous: who knows you knows your voice. They are taken when you are named.',
  choose: 'Choose photos or papers',
  chooseVoice: 'Choose a recording, or record one now',
  record: 'Record',
  recording: (time: string) => `Recording ${time}`,
  stop: 'Done',
  recordFailed: 'Recording does not work here. Record with your phone’s own recorder and choose the file.',
  recorded: 'Recording',
  slow: 'A slow network will do: after a break it goes on where it stood.',
  noScript: 'On a slow network, add one small file at a time.',
  kept: 'Files that arrived',
  one: (kind: 'photo' | 'voice' | 'paper', size: string) =>
    `${kind === 'photo' ? 'Photo' : kind === 'voice' ? 'Recording' : 'Paper'}, ${size}`,
  remove: (what: string) => `Take away: ${what}`,
  removeShort: 'Take away',
  progress: (percent: number) => `Sending, ${percent}%`,
  waiting: 'The network is gone; it will go on by itself. Keep this page open.',
  checking: 'Sent; being looked through',
  ready: 'Arrived',
  cancel: 'Stop',
  wait: 'A file is still on its way. Submit when it has arrived, or press Stop.',
  again: 'This file did not arrive. Choose it again.',
  tooLarge: (size: string) => `This file is over ${size}. A screenshot of a photo is smaller.`,
  tooMany: (most: number) => `At most ${most} files.`,
  megabytes: (n: string) => `${n} MB`,
  kilobytes: (n: number) => `${n} KB`,
  add: 'Add a photo or paper',
  addVoice: 'Add a photo, recording or paper',
  addDo: 'Give it to the union',
  addNone: 'No file was chosen yet.',
  mine: 'Your files',
  see: (what: string) => `Look at: ${what}`,
  listen: 'Listen',
  added: 'It arrived; the union can see it.',
}

/** Why a file was not taken, and what to do. */
export const enFileRefused = {
  'file.type':
    'This kind of file is not taken. Add photos (JPEG, PNG, WebP), recordings or PDF; take a screenshot of other pictures.',
  'file.broken': 'This file does not open; it may not be whole. Choose it again, or take a screenshot.',
  'file.unsafe': 'This file holds a program or is locked. Print it and add a photo of it.',
  'file.pixels': 'This picture is too large to open. Take a screenshot of it.',
  'file.video': 'Films are not taken. Add a photo, or record the sound alone.',
  'file.gone': 'A file did not arrive whole, or waited too long. What you wrote is still here; choose the file again.',
  'file.too-many': 'Too many files. Take some away.',
  'file.voice':
    'Recordings are not taken when you are confidential or anonymous: who knows you knows your voice. Take it away and write instead.',
}
