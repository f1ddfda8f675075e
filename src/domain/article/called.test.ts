import { expect, test } from 'vitest'
import { calledIn, namesPerson } from './called.ts'

const found = (text: string) => calledIn(text).map(({ from, to }) => text.slice(from, to))

test('who is called by name is found, blanks within or not', () => {
  expect(found('林师傅拿到了钱，老张也来了。')).toContain('林师傅')
  expect(found('林桂香说，一分不少。')).toEqual(['林桂香'])
  expect(found('林 桂 香说，一分不少。')).toEqual(['林 桂 香'])
  expect(found('“林　桂香告诉记者”')).toEqual(['林　桂香'])
  expect(found('纺织工人林桂香到了工会。')).toEqual(['工人林桂香'])
  expect(found('欧阳大姐、林某某都在。')).toEqual(['欧阳大姐', '林某某'])
})

test('what names nobody is left alone', () => {
  for (const text of ['工会的人到了纺织车间。', '高兴地说', '某种原因', '2012年1月7日，意见印发。', '王某地的厂'])
    expect(found(text), text).toEqual([])
})

test('a name that is known is found however it is set', () => {
  for (const text of ['林桂香', '林 桂 香', '林　桂香', '林·桂·香', '林\u200b桂\u00ad香', '（林-桂-香）', '“林桂\n香”'])
    expect(namesPerson(`前面${text}后面`, '林桂香'), text).toBe(true)
  expect(namesPerson('ＴＯＭ  Ｌｅｅ到了', 'Tom Lee')).toBe(true)
  expect(namesPerson('𬱖名山来了', '𬱖 名山')).toBe(true)
})

test('nobody is found where nobody is named', () => {
  for (const text of ['树林里的工厂', '林师傅', '小林', '']) expect(namesPerson(text, '林桂香'), text).toBe(false)
  expect(namesPerson('林', '林')).toBe(false)
})
