// A script that stands in a page twice starts once.
const isTwin = (other) =>
  other !== element && other.src === element.src && other.kwBegan;
const isSecond = element ? [...document.scripts].some(isTwin) : false;

// On a page of others each quiz that comes is mounted by itself, after the start.
let mount;
element?.addEventListener("kw-mount", ({ detail }) => {
  const job = function* () {
    arrive([detail]);
    yield* mount(detail);
    arrived([detail]);
  };
  begin(job(), () => tell("kw-ready", detail));
});

const quizzes = [...document.querySelectorAll("[data-kw=quiz-root]")];
if (!isSecond) begin(kwispelStart(), () => tell("kw-ready"));
