export default {
  notFoundTitle: 'There is no such page',
  notFound: 'The address may be mistyped, or the matter is not within what you can see.',
  faultTitle: 'Something went wrong',
  fault: 'It is on our side and was written down. Please try again in a while.',
  home: 'Back to the first page',
}
