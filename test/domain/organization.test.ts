import { expect, test } from "bun:test";
import {
  defaultOrganizationSettings,
  defaultOrganizationUid,
  organization,
  organizationSettings,
} from "../../src/domain/organization.ts";
import { refusals } from "../support/refusals.ts";

test("the first organization is called default, is live, and names the version of the API", () => {
  expect(defaultOrganizationUid).toBe("default");
  expect(defaultOrganizationSettings).toEqual({ apiVersion: "2026-02-04", liveMode: true });
  expect(refusals(organizationSettings, defaultOrganizationSettings)).toEqual([]);
});

test("an organization may be without a uid, but not without a name", () => {
  const at = "2026-05-13T12:46:25.000Z";
  const one = { id: "org_1", uid: null, name: "Default", createdAt: at, updatedAt: at };
  expect(refusals(organization, one)).toEqual([]);
  expect(refusals(organization, { ...one, name: undefined })).toEqual(["name: is required"]);
});
