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


// The parts of something, of which there are to be so many.
const $unpack = (whole, count) => $B.unpacker(whole, count, false);

// What a loop goes through, each in its parts where it says how many there are.
const $iterate = (through, count) => {
  const items = $B.make_js_iterator(through);
  return count ? parted(items, count) : items;
};
const parted = function* (items, count) {
  for (const item of items) yield $unpack(item, count);
};

// A list of what `each` gives for every item that is chosen.
const $collect = (each, through, isChosen) => {
  const result = $list([]);
  for (const item of through) {
    if (!isChosen || isChosen(item)) result.push(each(item));
  }
  return result;
};

// What a function of Python takes, from its words: the names of arguments, those after
// a name with * (or * alone) only by name, and one with ** for all others.
const argumentsOf = (signature) => {
  const words = typeof signature === "string"
    ? signature.split(" ").filter((word) => word)
    : Object.keys([...Array(signature)]);
  const star = words.findIndex((word) => /^\*(?!\*)/.test(word));
  const named = (mark) => words.find((word) => word.startsWith(mark))?.slice(mark.length);
  const names = words.filter((word) => word[0] !== "*");
  const count = star < 0 ? names.length : star;
  const more = named("**") ?? null;
  const rest = (star >= 0 && words[star].slice(1)) || null;
  return { names, count, rest, more, isPlain: star < 0 && more === null };
};

// A function of Python: from its name (a lambda has none), what its arguments are called
// (or only how many there are, where no call names them), what it does with them, and
// what they are when they are not given. A traceback names functions, and no lines.
const $function = (named, words, does, defaults = $None, defaultsByName = $None) => {
  const { frame } = $B.frame_obj;
  const [, , module, namespace] = frame;
  const name = named || "<lambda>";
  const { names, count, rest, more, isPlain } = argumentsOf(words);
  const taken = [...names, rest, more].filter((one) => one);
  const takes = (values) => {
    if (!isPlain || values.length !== count || (count && values[count - 1]?.$kw)) {
      const locals = $B.args_parser(made, values);
      return taken.map((one) => locals[one]);
    }
    return values;
  };
  const made = (...values) => {
    if (isOver) refuse(name);
    const given = takes(values);
    const inside = [name, {}, module, namespace, made];
    $B.enter_frame(inside, frame.__file__, 1);
    try {
      return $B.trace_return_and_leave(inside, does(...given) ?? $None);
    } catch (error) {
      $B.set_exc_and_leave(inside, error);
    }
  };
  const flags = 3 + (rest ? 4 : 0) + (more ? 8 : 0);
  made.$function_infos = [
    module, name, name, frame.__file__, defaults, defaultsByName, $None, names, rest,
    more, count, 1, flags, [], names.length - count, 0, names, false, [], frame,
  ];
  $B.set_func_attrs(made, frame, module);
  made.ob_type = $B.function;
  made.__annotate__ = $None;
  return made;
};

// The same in a module or a class, which then has it by its name.
const $define = (name, ...rest) => {
  $B.frame_obj.frame[1][name] = $function(name, ...rest);
};

// A class of Python in a module; `does` gives it what it has.
const $class = (name, does, bases = $tuple([])) => {
  const [, outside, module, namespace] = $B.frame_obj.frame;
  const resolved = $B.resolve_mro_entries(bases);
  const metaclass = $B.get_metaclass(name, resolved);
  const dict = $B.make_class_namespace(metaclass, name, name, bases, resolved);
  const scope = $B.dict_proxy(dict);
  scope.__doc__ = $None;
  scope.__module__ = module;
  const frame = [name, scope, module, namespace];
  $B.enter_frame(frame, namespace.__file__, 1);
  does(scope);
  $B.make_annotate_func(dict, undefined, frame);
  outside[name] = $B.$class_constructor(name, dict, metaclass, resolved, bases, {});
  $B.leave_frame();
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
    does(namespace, namespace, frame, file, take);
  } catch (error) {
    $B.set_exc_and_trace(frame, error);
    throw error;
  } finally {
    $B.leave_frame({ locals: namespace, value: $None });
  }
};
