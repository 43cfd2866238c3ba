// What kwispel's compiled Python calls most, by the names of compiled_calls.py. No place
// within a line is handed on: there is nothing to show it in.
const _b_ = builtins;
const $None = builtins.None;
const $as_list = builtins.list.$factory;
const $augment = $B.augm_assign;
const $call = $B.$call;
const $dict = builtins.dict.$literal;
const $get = (object, name) => $B.$getattr(object, name);
const $in = $B.$is_member;
const $is = $B.$is;
const $item = $B.$getitem1;
const $items = builtins.dict.tp_funcs.items;
const $iterate = (through) => $B.make_js_iterator(through);
const $list = $B.$list;
const $part = builtins.slice.$fast_slice;
const $send = (object, name, ...given) => $B.call_attr(object, name, 0, ...given);
const $set = $B.$setattr;
const $slice = $B.getitem_slice;
const $starred = builtins.list.$unpack;
const $str = builtins.str.$factory;
const $string = $B.String;
const $true = $B.$bool;
const $tuple = $B.fast_tuple;
const $unpack = $B.unpacker;

const $eq = (a, b) => $B.rich_comp("__eq__", a, b);
const $ne = (a, b) => $B.rich_comp("__ne__", a, b);
const $lt = (a, b) => $B.rich_comp("__lt__", a, b);
const $le = (a, b) => $B.rich_comp("__le__", a, b);
const $gt = (a, b) => $B.rich_comp("__gt__", a, b);
const $ge = (a, b) => $B.rich_comp("__ge__", a, b);
const $add = (a, b) => $B.rich_op1("__add__", a, b);
const $sub = (a, b) => $B.rich_op1("__sub__", a, b);
const $mul = (a, b) => $B.rich_op1("__mul__", a, b);
const $truediv = (a, b) => $B.rich_op1("__truediv__", a, b);
const $floordiv = (a, b) => $B.rich_op1("__floordiv__", a, b);
const $pow = (a, b) => $B.rich_op1("__pow__", a, b);
const $mod = (a, b) => $B.rich_op1("__mod__", a, b);

// A list of what `each` adds for every item.
const $collect = (each, through) => {
  const result = $list([]);
  for (const item of $iterate(through)) each(item, result);
  return result;
};

// What a function of Python takes, from its signature: its path and the names, those
// after a name with * (or * alone) only by name, and one with ** for all others.
const argumentsOf = ([path, ...words]) => {
  const star = words.findIndex((word) => /^\*(?!\*)/.test(word));
  const named = (mark) => words.find((word) => word.startsWith(mark))?.slice(mark.length);
  const given = words.filter((word) => word[0] !== "*");
  const count = star < 0 ? given.length : star;
  const more = named("**") ?? null;
  const rest = (star >= 0 && words[star].slice(1)) || null;
  return { path, given, count, rest, more, isPlain: star < 0 && more === null };
};

// Gives what makes functions of Python in a module: from a signature, what it does with
// its arguments, which it gets in an object as Brython's own functions keep theirs, and
// what arguments are that are not given. A traceback names functions, and no lines.
const definer = (namespace, module, file) => (
  signature, does, defaults = $None, defaultsByName = $None,
) => {
  const { path, given, count, rest, more, isPlain } = argumentsOf(signature.split(" "));
  const name = path.slice(path.lastIndexOf(".") + 1);
  const takes = (values) => {
    if (!isPlain || values.length !== count || (count && values[count - 1]?.$kw)) {
      return $B.args_parser(made, values);
    }
    if (count === 0) return $B.empty_dict();
    const locals = {};
    for (let i = 0; i < count; i++) locals[given[i]] = values[i];
    return locals;
  };
  const made = (...values) => {
    if (isOver) refuse(name);
    const locals = takes(values);
    const frame = [name, locals, module, namespace, made];
    $B.enter_frame(frame, file, 1);
    try {
      return $B.trace_return_and_leave(frame, does(locals, frame));
    } catch (error) {
      $B.set_exc_and_leave(frame, error);
    }
  };
  const { frame } = $B.frame_obj;
  const flags = 3 + (rest ? 4 : 0) + (more ? 8 : 0);
  made.$function_infos = [
    module, name, path, file, defaults, defaultsByName, $None, given, rest, more,
    count, 1, flags, [], given.length - count, 0, given, false, [], frame,
  ];
  $B.set_func_attrs(made, frame, module);
  made.ob_type = $B.function;
  made.__annotate__ = $None;
  return made;
};

// A module of Python, which runs when the script does.
const runModule = (name, does) => {
  addModule(name, false);
  const namespace = $B.namespace(name);
  const file = `${name.replaceAll(".", "/")}.py`;
  const frame = [name, namespace, name, namespace];
  const take = (from, names) => {
    const module = $B.imported[from];
    for (const one of names.split(" ")) {
      const value = module === undefined ? $B.NULL : $B.module_getattr(module, one);
      if (value === $B.NULL) $B.$import_from(from, one, {}, 0, namespace, 0);
      else namespace[one] = value;
    }
  };
  namespace.__file__ = file;
  namespace.__name__ = name;
  namespace.__doc__ = $None;
  $B.enter_frame(frame, file, 1);
  namespace.$annotations = {};
  try {
    does(namespace, namespace, frame, file, definer(namespace, name, file), take);
  } catch (error) {
    $B.set_exc_and_trace(frame, error);
    throw error;
  } finally {
    $B.leave_frame({ locals: namespace, value: $None });
  }
};
