// Modules are registered before they run, so that no import ever looks for a file.

const addModule = (name, isPackage) => {
  const module = $B.module.$factory(name);
  const parent = name.slice(0, Math.max(0, name.lastIndexOf(".")));
  $B.imported[name] = module;
  $B.module_setattr(module, "__package__", isPackage ? name : parent);
  if (isPackage) {
    module.$is_package = true;
    $B.module_setattr(module, "__path__", $B.$list([]));
  }
  if (parent) {
    $B.module_setattr($B.imported[parent], name.slice(parent.length + 1), module);
  }
};
const callPython = (name, attribute, ...given) =>
  $B.$call($B.module_getattr($B.imported[name], attribute), ...given);

// What the browser itself throws can be caught by name.
$B.module_setattr(
  $B.imported.javascript,
  "JavascriptError",
  $B.builtins.JavascriptError,
);

// What the site's build has put around this script: the hooks of its quizzes. One that
// cannot be loaded must not keep the others, and the page, from working.
const hooks = typeof kwispelHooks === "undefined" ? [] : kwispelHooks;
const loadHooks = function* () {
  for (const hook of hooks) {
    try {
      hook(__BRYTHON__, addModule, callPython);
    } catch (error) {
      $B.show_error($B.exception(error));
    }
    yield;
  }
};

// Does what a function of Python gives: a list of functions, or nothing.
const perform = function* (name, attribute, ...given) {
  try {
    const steps = callPython(name, attribute, ...given);
    if (steps === builtins.None) return;
    for (const step of steps) {
      yield;
      $B.$call(step);
    }
  } catch (error) {
    $B.handle_error($B.exception(error));
  }
};
