// What a device of the hall's till keeps: an allotment is pieces.

import { room } from "./offline-room.js";

export const till = room({
  name: "till",
  base: "/app/till",
  take: (kept, sale) => {
    const before = kept.pieces.length;
    kept.pieces = kept.pieces.filter(it => !sale.serials.includes(it.serial));
    return sale.serials.length - (before - kept.pieces.length);
  },
});

/** The picture of a piece, where it is one of the program's own: those are kept with the page. */
export const picture = piece => piece.asset ? new URL("../" + piece.asset, import.meta.url).pathname : null;
