/** Orders names by their code points, which is the byte order of their UTF-8. */
export function compareNames(left: string, right: string): number {
  if (left === right) return 0;
  const index = firstDifference(left, right);
  return codeUnitRank(left, index) - codeUnitRank(right, index);
}

function firstDifference(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  let index = 0;
  while (index < length && left.charCodeAt(index) === right.charCodeAt(index)) index++;
  return index;
}

/** Surrogates stand for code points above all others, though other code units are higher than they are. */
function codeUnitRank(text: string, index: number): number {
  if (index === text.length) return -1;
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}
