import { describe, expect, it } from "vitest";
import { read } from "./read-case.ts";

describe("seats", () => {
  it("says how many are left or why there are none", () => {
    expect(read("seats", {}, { seats: 3, seatsTaken: 1 })[2]).toBe("2 platser kvar");
    expect(read("seats", {}, {}, "en")[2]).toBe("1 seat left");
    expect(read("seats", {}, { seats: 1, seatsTaken: 2 })).toEqual([
      "fail",
      "minst en ledig plats",
      "alla platser är tillsatta",
    ]);
    expect(read("seats", {}, { status: "withdrawn" }, "en")[2]).toBe("the vacancy is withdrawn");
    expect(read("seats", {}, { status: "filled" })[2]).toBe("platsen är tillsatt");
  });
});
