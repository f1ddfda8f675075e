// The commonest surnames, three quarters of all; compound ones before, so that they are read whole.
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|端木|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文温施洪章鲁葛祁])'
/** A name written apart: 张 三, 张　三, 张·三. */
const GAP = '[\\s\\u3000·•]?'
const HAN = '[\\p{Script=Han}]'
/** A second or third character of a name: not what ends an adverb. */
const LAST = '(?![地的着了得])[\\p{Script=Han}]'

const patterns: readonly RegExp[] = [
  // 林师傅, 老林, 林某: an address that workmates know.
  new RegExp(`(?<!${HAN})(?:老|小|阿)?${SURNAME}${GAP}(?:师傅|大姐|大哥|阿姨|班长|组长|工长|同志|女士|先生)`, 'gu'),
  new RegExp(`${SURNAME}(?:某某|某(?!种|个|些|人|事|物|地|时|年|月|天|一))`, 'gu'),
  new RegExp(
    `(?:职工|工人|农民工|工友|同事|师傅|骑手|女工|班长|组长|叫|名叫|姓名[:：]?)${GAP}${SURNAME}${GAP}${LAST}(?:${GAP}${LAST})?`,
    'gu',
  ),
  // Who is said to speak: 林桂香说.
  new RegExp(
    `(?<!${HAN})${SURNAME}${GAP}${LAST}(?:${GAP}${LAST})?(?=${GAP}(?:说|告诉|表示|介绍|回忆|坦言|感慨|笑着|激动|今年\\d|今年[一二三四五六七八九十]))`,
    'gu',
  ),
]

/** A place in a text, UTF-16, half open. */
export type Place = { readonly from: number; readonly to: number }

/**
 * What looks like somebody called by name, by surname and address, or as *林某*; also with blanks within. It takes some words for
 * names and knows no rare surname: whoever releases decides, and reads for the rest.
 */
export function calledIn(text: string): readonly Place[] {
  const found = patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length })),
    )
    .sort((a, b) => a.from - b.from || b.to - a.to)
  return found.filter(({ from }, at) => !found.slice(0, at).some((before) => from < before.to))
}

const NOTHING = /[\s\p{P}\p{Cf}\u3000]/gu

/**
 * Whether a text names a person whose name is known: the whole name, however it is spaced or set (full width, dots, blanks,
 * characters nobody sees). A surname with an address is not looked for: others bear it too.
 * @param name as it was left; of one character it is none
 */
export function namesPerson(text: string, name: string): boolean {
  const known = bare(name)
  return [...known].length >= 2 && bare(text).includes(known)
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(NOTHING, '').toLowerCase()
}
