// Runs before anything of the page and notes when a reader gets what they wait for.
// All times are milliseconds since the navigation began.
//
// Called with what a page is found by: see Parts in contenders.py.
(find) => {
  const seen = { longTasks: [], frames: [] };
  const root = () => (find.root ? document.querySelector(find.root)?.shadowRoot : document);
  const the = (selector) => root()?.querySelector(selector);

  const observe = (type, note) => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  };

  observe("longtask", ({ startTime, duration }) => {
    seen.longTasks.push([startTime, duration]);
  });

  // What the browser did in a frame that came late: it names long tasks.
  observe("long-animation-frame", (late) => {
    seen.frames.push({
      start: late.startTime,
      end: late.startTime + late.duration,
      style: late.styleAndLayoutStart,
      scripts: late.scripts.map((script) => ({
        start: script.startTime,
        ms: script.duration,
        layout: script.forcedStyleAndLayoutDuration,
        by: script.invoker,
        file: script.sourceURL.split("/").pop().split("?")[0],
        name: script.sourceFunctionName,
      })),
    });
  });

  const frame = () => new Promise(requestAnimationFrame);

  // The second frame begins when the first has been painted.
  const painted = async () => {
    await frame();
    await frame();
    return performance.now();
  };

  const late = () => new Error("waited in vain for two minutes");

  const until = async (holds) => {
    while (!holds()) {
      await frame();
      if (performance.now() > 120_000) throw late();
    }
  };

  const isShown = (radio) => radio && radio.labels[0]?.getClientRects().length > 0;

  const choose = (radio) => {
    radio.click();
    if (!radio.checked) throw new Error(`${radio.id || radio.name} cannot be checked`);
  };

  const answerFirst = async () => {
    await until(() => isShown(the(find.radio)));
    await frame();
    seen.answerable = performance.now();
    choose(the(find.radio));
    seen.interest = performance.now();
    seen.firstAnswer = await painted();
  };

  const untilReady = async () => {
    await firstAnswered;
    if (!find.ready) return;
    await until(() => the(find.ready));
    seen.ready = performance.now();
  };

  const answerThePage = async () => {
    for (const question of root().querySelectorAll(find.question)) {
      if (question.contains(the(find.submit))) continue;
      choose(question.querySelector("input[type=radio]"));
      await frame();
    }
  };

  // Questions that come one at a time: the button that leads on is off at the last one.
  const answerOneByOne = async () => {
    while (!the(find.following).disabled) {
      const before = the(find.radio);
      the(find.following).click();
      await until(() => the(find.radio) !== before && isShown(the(find.radio)));
      choose(the(find.radio));
      await frame();
    }
    await until(() => the(find.submit));
    await Promise.allSettled(root().getAnimations().map((one) => one.finished));
  };

  // Chooses the first option of every other question, and says where to submit.
  const answerOthers = async () => {
    await (find.following ? answerOneByOne() : answerThePage());
    the(find.submit).scrollIntoView({ block: "center", behavior: "instant" });
    await painted();
    const place = the(find.submit).getBoundingClientRect();
    return [place.x + place.width / 2, place.y + place.height / 2];
  };

  const watchResult = () => {
    addEventListener("click", (event) => {
      seen.submitted ??= event.timeStamp;
    }, true);
    if (the(find.result)) throw new Error("a result is there before it was asked for");
    resultPainted = new Promise((done, fail) => {
      const observer = new MutationObserver(async () => {
        if (!the(find.result)) return;
        observer.disconnect();
        seen.result = await painted();
        done();
      });
      observer.observe(root(), { subtree: true, childList: true, attributeFilter: ["hidden", "class"] });
      setTimeout(() => fail(late()), 60_000);
    });
  };

  const told = async () => {
    await resultPainted;
    await painted();
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return { ...seen, firstPaint: paint?.startTime, score: the(find.score).textContent };
  };

  let resultPainted;
  const firstAnswered = answerFirst();
  window.probe = { untilReady, answerOthers, watchResult, told };
}
