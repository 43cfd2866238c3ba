// Runs before anything of the page and notes when a reader gets what they wait for.
// All times are milliseconds since the navigation began.
//
// Called with what a page is found by: radio (the radios of the first question),
// question (what surrounds one question), submit, result, score and, where there is a
// runtime, ready.
(find) => {
  const seen = { longTasks: [] };
  const the = (selector) => document.querySelector(selector);

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.longTasks.push([startTime, duration]);
    }
  }).observe({ type: "longtask", buffered: true });

  const frame = () => new Promise(requestAnimationFrame);

  // The second frame begins when the first has been painted.
  const painted = async () => {
    await frame();
    await frame();
    return performance.now();
  };

  const late = () => new Error("waited in vain for a minute");

  const until = async (holds) => {
    while (!holds()) {
      await frame();
      if (performance.now() > 60_000) throw late();
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

  // Chooses the first option of every other question, and says where to submit.
  const answerOthers = async () => {
    for (const question of document.querySelectorAll(find.question)) {
      choose(question.querySelector("input"));
      await frame();
    }
    the(find.submit).scrollIntoView({ block: "center", behavior: "instant" });
    await painted();
    const place = the(find.submit).getBoundingClientRect();
    return [place.x + place.width / 2, place.y + place.height / 2];
  };

  const watchResult = () => {
    addEventListener("click", (event) => {
      seen.submitted ??= event.timeStamp;
    }, true);
    const result = the(find.result);
    resultPainted = new Promise((done, fail) => {
      const observer = new MutationObserver(async () => {
        if (result.hidden) return;
        observer.disconnect();
        seen.result = await painted();
        done();
      });
      observer.observe(result, { attributeFilter: ["hidden"] });
      setTimeout(() => fail(late()), 60_000);
    });
  };

  const told = async () => {
    await resultPainted;
    await painted();
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const requests = performance.getEntriesByType("resource");
    return {
      ...seen,
      firstPaint: paint?.startTime,
      runtimeRequested: requests.find((one) => one.name.endsWith(".js"))?.startTime,
      score: the(find.score).textContent,
    };
  };

  let resultPainted;
  const firstAnswered = answerFirst();
  window.probe = { untilReady, answerOthers, watchResult, told };
}
