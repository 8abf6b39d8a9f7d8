// What a device of the silver counter keeps: an allotment is weights of finenesses, in lots.

import { room } from "./offline-room.js";

/** Takes a weight of a fineness from the lots that came first. */
export function take(lots, tenths, weight) {
  let missing = weight;
  for (const lot of lots.filter(it => it.tenths === tenths)) {
    const part = Math.min(missing, lot.weight);
    lot.weight -= part;
    missing -= part;
  }
  return missing;
}

export const counter = room({
  name: "counter", base: "/app/counter", take: (kept, sale) => take(kept.lots, sale.tenths, sale.weight),
});
