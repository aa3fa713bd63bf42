import { createHmac, timingSafeEqual } from "node:crypto";
import { HelderError } from "../framework/index.ts";

/** Whose figures may be seen, and until when (seconds since 1970). */
export interface CustomerToken {
  readonly customer: string;
  readonly until: number;
}

const variable = "HELDER_CUSTOMER_SECRET";
const leastSecret = 32;

/** `<base64url of the claim>.<base64url of its HMAC-SHA256>`. Throws HelderError `variable-missing`, `secret-too-short`. */
export function signCustomer({ customer, until }: CustomerToken, environment: Readonly<Record<string, string | undefined>>): string {
  const claim = Buffer.from(JSON.stringify({ customer, until })).toString("base64url");
  return `${claim}.${signature(claim, environment).toString("base64url")}`;
}

/** Throws HelderError `token-refused` (one code for whatever is wrong with it, so that nothing can be learned by trying), and the same. */
export function customerOfToken(token: string, now: number, environment: Readonly<Record<string, string | undefined>>): string {
  const [claim = "", signed = "", ...rest] = token.split(".");
  const expected = signature(claim, environment);
  const given = Buffer.from(signed, "base64url");
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected) && rest.length === 0;
  if (!isOurs) throw new HelderError("token-refused", {});
  const { customer, until } = JSON.parse(Buffer.from(claim, "base64url").toString("utf8")) as CustomerToken;
  if (!(until > now)) throw new HelderError("token-refused", {});
  return customer;
}

function signature(claim: string, environment: Readonly<Record<string, string | undefined>>): Buffer {
  const secret = environment[variable];
  if (!secret) throw new HelderError("variable-missing", { name: variable, setting: "helder key create --customer" });
  if (secret.length < leastSecret) throw new HelderError("secret-too-short", { name: variable, least: leastSecret });
  // The prefix keeps a signature made for another purpose under the same secret from passing here.
  return createHmac("sha256", secret).update(`helder-customer-1.${claim}`).digest();
}
