import { SEAL_BOX, type SealDegree, type SealName, sealGlyphs } from '../kit/seal-paths.ts'
import { type Html, html } from './html.ts'

/** One seal as inline SVG. `label` is read aloud; empty where words stand beside it. */
export function seal(name: SealName, degree: SealDegree, label: string): Html {
  const [inner, box] = [SEAL_BOX - 4, SEAL_BOX]
  const heard = label === '' ? html`aria-hidden="true"` : html`role="img" aria-label="${label}"`
  return html`<svg class="seal ${degree}" viewBox="0 0 ${box} ${box}" focusable="false" ${heard}><rect x="2" y="2" width="${inner}" height="${inner}" rx="9"/><path d="${sealGlyphs[name]}"/></svg>`
}
