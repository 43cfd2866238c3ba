// Only in the runtime of plain quizzes, once they have been noted: another one than it
// is made for is refused, and so left to the complete runtime, before anything reads it
// that cannot.
const others = new RegExp(NOT_PLAIN);
const onlyPlain = (root) => {
  const { textContent } = root.querySelector("[data-kw=sheet]");
  if (others.test(textContent)) refuse("a quiz that is not plain");
};
const mountAny = mount;
mount = (root) => {
  onlyPlain(root);
  return mountAny(root);
};
quizzes.forEach(onlyPlain);
