// Modules are registered before they run, so that no import ever looks for a file; so
// are the packages around them.

const addModule = (name, isPackage) => {
  const module = $B.module.$factory(name);
  const parent = name.slice(0, Math.max(0, name.lastIndexOf(".")));
  if (parent && !(parent in $B.imported)) addModule(parent, true);
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
const addToJavascript = (name, value) => {
  $B.module_setattr($B.imported.javascript, name, value);
};
addToJavascript("JavascriptError", $B.builtins.JavascriptError);

// Modules that come later are a script of their own, which leaves at its own element what
// runs them, given the names that modules use of this script. Two quizzes may ask for it.
let hasLater = false;
addToJavascript("bring_modules", $B.jsobj2pyobj((address, come, failed) => {
  const script = document.createElement("script");
  script.src = address;
  script.onerror = failed;
  script.onload = () => {
    const { kwispelLater } = script;
    if (!kwispelLater) return failed();
    begin(hasLater ? [].values() : kwispelLater(...given()), come);
    hasLater = true;
  };
  document.head.append(script);
}));

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
