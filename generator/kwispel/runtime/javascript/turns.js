// The runtime works in slices of some milliseconds, and the browser has its turn between
// two of them. A job is a generator, which yields wherever it may be broken off; without
// a browser around it is done in one go.
const SLICE_MS = typeof MessageChannel === "undefined" ? Infinity : 12;
const LATE_MS = 100;

const jobs = []; // [generator, what is done when it is over]
let turn = 0;

// A message comes at once, in a hidden tab too, where timers take a second or more. On
// a page of others either may have been replaced, so both are asked, and one is heard.
const later = (act) => {
  const mine = (turn += 1);
  const { port1, port2 } = new MessageChannel();
  const go = () => {
    port1.close();
    if (mine !== turn) return;
    turn += 1;
    act();
  };
  port1.onmessage = go;
  port2.postMessage(0);
  setTimeout(go, LATE_MS);
};

// Does as much as fits into a slice. A job that fails is over too; once something was
// needed that is left out, all are, and nobody is told.
const work = () => {
  const [job, then] = jobs[0];
  const until = performance.now() + (isLast ? Infinity : SLICE_MS);
  let isDone = true;
  try {
    while (isDone && !isOver && !job.next().done) isDone = performance.now() < until;
  } finally {
    if (isDone) jobs.shift();
    if (isOver) jobs.length = 0;
    else if (isDone) then();
    if (jobs.length > 0) later(work);
  }
};

const begin = (job, then) => {
  jobs.push([job, then]);
  if (jobs.length === 1) work();
};
