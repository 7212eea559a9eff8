import { idIn, textIn } from "./fields.ts";
import type { Contact } from "./notice-shape.ts";
import type { WrittenJson } from "./written-json.ts";

/** By what an item says whom it is from, or to. */
export interface ContactIds {
  /** A telephone number without a sign; a user id where Meta puts one in its place. */
  waId: string | null;
  userId: string | null;
  parentUserId: string | null;
}

export const nobody: ContactIds = { waId: null, userId: null, parentUserId: null };

/** `US.13491208655302741918`: a country, a dot, and letters and digits; `US.ENT.…` is a parent's. */
const userIdForm = /^[A-Z]{2}\.[A-Za-z0-9.]{1,140}$/;

/** A telephone number as + and digits; null for group ids and user ids, which are none. */
export function phoneOf(text: string | null): string | null {
  if (text === null || !/^\+?[\d\s().-]{5,40}$/.test(text)) return null;
  const digits = text.replace(/\D/g, "");
  return digits.length >= 5 && digits.length <= 15 ? `+${digits}` : null;
}

/** The contacts that a change lists beside its items. */
export function contactsIn(value: WrittenJson | null): Contact[] {
  const list = value?.member("contacts") ?? null;
  return (list?.items() ?? []).map((item) => {
    const waId = idIn(item, "wa_id");
    const profile = item.member("profile");
    return {
      phone: phoneOf(waId),
      waId,
      userId: idIn(item, "user_id"),
      parentUserId: idIn(item, "parent_user_id"),
      username: textIn(profile, "username"),
      name: textIn(profile, "name"),
    };
  });
}

/**
 * The contact of an item: of those listed the one with its ids, never the one at its place. One alone is meant where
 * nothing speaks against it, and where the item is alone as well: Meta writes some numbers in two ways.
 */
export function contactOf(
  ids: ContactIds,
  { listed, isAlone }: { listed: readonly Contact[]; isAlone: boolean },
): Contact {
  const own = withUserId(ids);
  const found = matching(own, listed) ?? onlyOne(own, listed, isAlone);
  return {
    phone: phoneOf(own.waId) ?? found?.phone ?? null,
    waId: found?.waId ?? own.waId,
    userId: own.userId ?? found?.userId ?? null,
    parentUserId: own.parentUserId ?? found?.parentUserId ?? null,
    username: found?.username ?? null,
    name: found?.name ?? null,
  };
}

/** A user id in the place of a number is a user id; anything else there that is no number is nobody's. */
function withUserId({ waId, userId, parentUserId }: ContactIds): ContactIds {
  if (waId === null || phoneOf(waId) !== null) return { waId, userId, parentUserId };
  return { waId: null, userId: userId ?? (userIdForm.test(waId) ? waId : null), parentUserId };
}

function matching({ waId, userId }: ContactIds, listed: readonly Contact[]): Contact | undefined {
  const byNumber = waId === null ? undefined : listed.find((one) => one.waId === waId);
  return byNumber ?? (userId === null ? undefined : listed.find((one) => one.userId === userId));
}

function onlyOne(
  { waId, userId }: ContactIds,
  listed: readonly Contact[],
  isAlone: boolean,
): Contact | undefined {
  const [only] = listed;
  if (only === undefined || listed.length > 1) return undefined;
  const isOther =
    (waId !== null && only.waId !== null && only.waId !== waId) ||
    (userId !== null && only.userId !== null && only.userId !== userId);
  return isOther && !isAlone ? undefined : only;
}
