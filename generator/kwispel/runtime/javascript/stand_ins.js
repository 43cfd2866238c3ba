// The small part of the blocks left out that the kept ones do reach.

// Without options Brython reads none from the page and traces nothing.
$B.options_parsed = true;
$B.debug = 0;
$B.js_this = undefined;
$B.stdlib = {};
$B.get_option = $B.get_page_option = $B.get_option_from_filename = () => undefined;
$B.get_filename = () => undefined;
$B.last = (array) => array[array.length - 1];

// Types exist without the block that fills them.
const refuseToMake = (name, what) => {
  const type = $B.builtin_types[name];
  if (type) type.$factory = type.tp_new = type.tp_init = () => refuse(what);
};

// Where compiled code looks for a name whose place the compiler could not tell. A frame
// is [name, locals, module, globals].
const builtins = $B.builtins;
const valueIn = (namespaces, name, inum) => {
  const found = namespaces.find((namespace) => Object.hasOwn(namespace, name));
  if (found !== undefined) return found[name];
  $B.set_inum(inum);
  throw $B.name_error(name);
};
const frames = (inner) => (inner === null ? [] : [inner.frame, ...frames(inner.prev)]);
const globals = (inner) => frames(inner).map((frame) => frame[3]);
const locals = (inner) => frames(inner).map((frame) => frame[1]);

$B.resolve_in_scopes = (name, namespaces, inum) => valueIn(namespaces, name, inum);
$B.resolve_global = (name, inner, inum) =>
  valueIn([...globals(inner), builtins], name, inum);
$B.resolve = (name) =>
  valueIn([...locals($B.frame_obj), ...globals($B.frame_obj), builtins], name);
$B.own_class_name = (name, inum) => valueIn([], name, inum);
$B.resolve_local = (name, inum) => {
  const here = $B.frame_obj.frame[1];
  if (Object.hasOwn(here, name)) return here[name];
  $B.set_inum(inum);
  throw $B.EXC(
    builtins.UnboundLocalError,
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
};

// Positions in tracebacks: [line, column, length], or a whole range.
$B.decode_position = (position) =>
  position.length === 3
    ? [position[0], position[0], position[1], position[1] + position[2]]
    : position;

// Python's classes of characters, by the browser's tables or by Brython's own, whose
// rows are a code point, or [first, count, step].
$B.in_unicode_category = (category, codePoint) => {
  const rows = $B.unicode[category];
  if (rows === undefined) {
    return new RegExp(`\\p{${category}}`, "u").test(String.fromCodePoint(codePoint));
  }
  return rows.some((row) => {
    if (typeof row === "number") return row === codePoint;
    const [first, count, step = 1] = row;
    const offset = codePoint - first;
    return offset >= 0 && offset < count * step && offset % step === 0;
  });
};

// Browsers have sorted stably since 2019. Brython subtracts whole numbers, which gives no
// number for two big ones and an error for a big and a small one.
const isBig = (value) => typeof value === "bigint";
$B.$TimSort = (array, compare) =>
  array.sort((a, b) =>
    Number(isBig(a) === isBig(b) ? compare(a, b) : compare(Number(a), Number(b))),
  );
$B.$AlphabeticalCompare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
