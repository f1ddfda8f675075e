/** Agreeing to a public story, on the follow page. */
export const zhStory = {
  free: '同意不同意都不影响您这件事，以后也一样。没有人可以来要您同意。',
  name: '可以写我的姓名',
  picture: '可以用我的照片',
  give: '我同意',
  given: '您同意了公开讲述这件事',
  since: (on: string) => `${on}同意的。`,
  takeBackWhat: '撤回以后，网页、列表、查找和分享的图片上，讲到您的内容马上看不到。不用说原因。',
  takeBack: '撤回同意',
}
