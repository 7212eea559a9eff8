import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  defaultOrganizationSettings,
  defaultOrganizationUid,
  limitInForce,
  organization,
  organizationSettings,
} from "../../src/domain/organization.ts";
import { refusals } from "../support/refusals.ts";

test("the first organization is called default, is live, and names the version of the API", () => {
  expect(defaultOrganizationUid).toBe("default");
  expect(defaultOrganizationSettings).toMatchObject({ apiVersion: "2026-02-04", liveMode: true });
  expect(refusals(organizationSettings, defaultOrganizationSettings)).toEqual([]);
});

test("an organization may be without a uid, but not without a name", () => {
  const at = "2026-05-13T12:46:25.000Z";
  const settings = defaultOrganizationSettings;
  const one = { id: "org_1", uid: null, name: "Default", settings, createdAt: at, updatedAt: at };
  expect(refusals(organization, one)).toEqual([]);
  expect(refusals(organization, { ...one, name: undefined })).toEqual(["name: is required"]);
});

describe("the limit in force", () => {
  test("is the organization's own, or the instance's where it has none; 0 is none at all", () => {
    expect(limitInForce(5, 10)).toBe(5);
    expect(limitInForce(null, 10)).toBe(10);
    expect(limitInForce(0, 10)).toBe(null);
    expect(limitInForce(null, 0)).toBe(null);
    expect(limitInForce(5, 0)).toBe(5);
  });

  test("is never 0", () => {
    fc.assert(
      fc.property(fc.option(fc.nat()), fc.nat(), (own, instance) => limitInForce(own, instance) !== 0),
    );
  });
});
