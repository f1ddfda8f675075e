import type { zhWorkshop } from './zh-workshop.ts'

/** The same in English. */
export const enWorkshop: Record<keyof typeof zhWorkshop, string> = {
  'workshop.menu': 'For the workshop',
  'workshop.title': 'For the workshop: poster, cards, paper form',
  'workshop.lead':
    'All of your own union; the code fills in its region. They open in a new window: choose Print in the browser.',
  'workshop.noUnit': 'You hold no post now, so there is no union to print for.',
  'workshop.poster': 'Poster with a code (A4)',
  'workshop.posterHint': 'For canteens, changing rooms and dormitories; can be saved as SVG and enlarged.',
  'workshop.cards': 'Pocket cards and contact cards',
  'workshop.cardsHint':
    'Eight on a sheet. Fill in your name and phone on the contact cards and leave them on your visits.',
  'workshop.form': 'Paper form',
  'workshop.formHint':
    'For whoever cannot use a phone. Back at the counter, photograph it in the intake and type it in.',
  'workshop.chat': 'Text for a chat group',
  'workshop.chatHint': 'To paste into the group of a team.',
  'paper.title': 'Photo of the paper form',
  'paper.choose': 'A paper form? Photograph it and type from it (optional)',
  'paper.hint':
    'What lies below the green line does not leave this computer: name and phone stand there, type them in below.',
  'paper.alt': 'Photo of the paper form; what lies above the green line is kept',
  'paper.until': 'Keep the photo down to',
  'paper.keep': 'Lock away what is above the line',
  'paper.dontKeep': 'Do not keep this photo',
  'paper.kept': 'The photo is kept and goes with what you submit. Please give the paper back to the worker.',
  'paper.failed': 'The photo was not kept. Please try again, or type without it.',
  'paper.unread': 'This photo cannot be opened; please take another.',
}
