// Numbers about numbers.

/** The value below which a share of `values` lies, between the two nearest; null where there are none. */
export function quantile(values, share) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return null;
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

/**
 * How many times one is of the other: the median of the rounds, with the lowest and the highest round. What slows the
 * machine down for some seconds slows both down, so these move less than the milliseconds do.
 */
export function ratio(ones, others) {
  const ratios = ones.map((one, round) => one / others[round]).filter(Number.isFinite);
  return ratios.length ? { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) } : null;
}

/**
 * The order of a round: from another one on each time, and in every other round backwards. Neighbours stay neighbours,
 * and none of two is always the first.
 */
export function inTurn(everybody, round) {
  const from = (round * 3) % everybody.length;
  const turn = [...everybody.slice(from), ...everybody.slice(0, from)];
  return round % 2 ? turn.reverse() : turn;
}
