/** Pages of the main line, a file of their own: asked for when somebody goes there. */
export { CampaignPage } from './campaign-page.tsx'
export { DirectivePage } from './directive-page.tsx'
export { LinePage } from './line-page.tsx'
