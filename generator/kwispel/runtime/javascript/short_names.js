// What kwispel's compiled Python calls most, by the names of compiled_calls.py. No place
// within a line is handed on: there is nothing to show it in.
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

// A function of Python. signature is its path and the names of what it takes; does gets
// them in an object, as Brython's own functions keep what is theirs.
const definer = (namespace, file) => (signature, line, does) => {
  const [path, ...given] = signature.split(" ");
  const name = path.slice(path.lastIndexOf(".") + 1);
  const module = namespace.__name__;
  const count = given.length;
  const made = function (...values) {
    let locals;
    if (count === 0) locals = $B.empty_dict();
    if (values.length !== count || (count && values[count - 1]?.$kw)) {
      locals = $B.args_parser(made, values);
    } else if (count) {
      locals = {};
      for (let i = 0; i < count; i++) locals[given[i]] = values[i];
    }
    const frame = [name, locals, module, namespace, made];
    $B.enter_frame(frame, file, line);
    try {
      return $B.trace_return_and_leave(frame, does(locals, frame));
    } catch (error) {
      $B.set_exc_and_leave(frame, error);
    }
  };
  $B.describe(made, $B.frame_obj.frame, module, file, name, given, count, 3, path);
  return made;
};
