import { expect, test } from "bun:test";
import type { Lane } from "../../src/delivery/lane.ts";
import { Rotation } from "../../src/delivery/rotation.ts";
import { aLane } from "../support/a-lane.ts";

/** Takes the next lane and puts it at the end again, as one does that has more to start. */
function turn(rotation: Rotation): Lane | null {
  const lane = rotation.next();
  if (lane !== null) rotation.add(lane);
  return lane;
}

test("organizations take turns, and then their endpoints, however many one of them has", () => {
  const rotation = new Rotation();
  for (let endpoint = 1; endpoint <= 3; endpoint++)
    rotation.add(aLane({ endpoint, organization: "org_busy" }));
  rotation.add(aLane({ endpoint: 9, organization: "org_quiet" }));
  const order = Array.from({ length: 8 }, () => turn(rotation)?.endpoint);
  expect(order).toEqual([1, 9, 2, 9, 3, 9, 1, 9]);
});

test("a lane that moved to another line has lost its place", () => {
  const [left, right] = [new Rotation(), new Rotation()];
  const lane = aLane();
  left.add(lane);
  right.add(lane);
  expect(left.next()).toBeNull();
  expect(right.next()).toBe(lane);
  expect(right.next()).toBeNull();
});
