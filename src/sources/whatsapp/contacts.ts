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
export class Contacts {
  readonly #byNumber = new Map<string, Contact>();
  readonly #byUserId = new Map<string, Contact>();
  readonly #only: Contact | null;
  readonly #isForOne: boolean;

  /** @param itemCount items of the change that are with someone */
  constructor(value: WrittenJson | null, itemCount: number) {
    const listed = (value?.member("contacts")?.items() ?? []).map(contactIn);
    // Of two with the same id the first counts.
    for (const contact of listed.toReversed()) {
      if (contact.waId !== null) this.#byNumber.set(contact.waId, contact);
      if (contact.userId !== null) this.#byUserId.set(contact.userId, contact);
    }
    this.#only = listed.length === 1 ? (listed[0] ?? null) : null;
    this.#isForOne = itemCount === 1;
  }

  /** The contact of an item: of those listed the one with its ids, never the one at its place; or what the ids say. */
  of(ids: ContactIds): Contact {
    const own = withUserId(ids);
    // As written first: an id that is no number of a telephone may be listed all the same.
    const found = this.#matching(ids) ?? this.#matching(own) ?? this.#alone(own);
    return {
      phone: phoneOf(own.waId) ?? found?.phone ?? null,
      waId: found?.waId ?? own.waId,
      userId: own.userId ?? found?.userId ?? null,
      parentUserId: own.parentUserId ?? found?.parentUserId ?? null,
      username: found?.username ?? null,
      name: found?.name ?? null,
    };
  }

  #matching({ waId, userId }: ContactIds): Contact | undefined {
    const byNumber = waId === null ? undefined : this.#byNumber.get(waId);
    return byNumber ?? (userId === null ? undefined : this.#byUserId.get(userId));
  }

  /**
   * One contact alone is meant where nothing speaks against it. Another number does not where the item is alone as well:
   * Meta writes some numbers in two ways.
   */
  #alone({ waId, userId }: ContactIds): Contact | null {
    const only = this.#only;
    if (only === null || this.#isForOne) return only;
    return isOther(waId, only.waId) || isOther(userId, only.userId) ? null : only;
  }
}

function contactIn(item: WrittenJson): Contact {
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
}

function isOther(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** A user id in the place of a number is a user id; anything else there that is no number is nobody's. */
function withUserId({ waId, userId, parentUserId }: ContactIds): ContactIds {
  if (waId === null || phoneOf(waId) !== null) return { waId, userId, parentUserId };
  return { waId: null, userId: userId ?? (userIdForm.test(waId) ? waId : null), parentUserId };
}
