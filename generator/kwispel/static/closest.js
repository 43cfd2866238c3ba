// Built into the scripts that look for what is around a node. Not node.closest(): a
// question may be called "closest", and the form then gives its radios by that name.
// Names with a capital are safe. Nor by call(), which the page around may have made
// its own.
const closest = (node, selector) =>
  Reflect.apply(Element.prototype.closest, node, [selector]);
