import { BlockList, isIP } from "node:net";
import { lookup } from "node:dns/promises";
import { HelderError } from "../framework/index.ts";

const reserved = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  reserved.addSubnet(network, prefix, "ipv4");

// Only 2000::/3 is given out; within it some blocks carry an IPv4 address or belong to nobody.
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const)
  reserved.addSubnet(network, prefix, "ipv6");

/** Whether an IP address is for use inside a machine or a network: private, loopback, link-local, multicast or reserved. */
export function isReserved(address: string): boolean {
  const plain = address.split("%")[0]!;
  if (isIP(plain) === 4) return reserved.check(plain, "ipv4");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return reserved.check(mapped, "ipv4");
  return isIP(plain) !== 6 || !given.check(plain, "ipv6") || reserved.check(plain, "ipv6");
}

/** A host's address that may be connected to. */
export interface Checked {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * The addresses of a host, every one checked; whoever connects to one of these and asks no name server again cannot be led elsewhere.
 * `allow` names hosts, addresses and networks (`10.1.0.0/16`) that may be reached though they are inside.
 * Throws HelderError `outbound-refused`, or what the name server answers.
 */
export async function checkedAddresses(host: string, allow: readonly string[]): Promise<readonly Checked[]> {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  const literal = isIP(name);
  const found =
    literal === 0
      ? (await lookup(name, { all: true })).map(({ address, family }): Checked => ({ address, family: family === 6 ? 6 : 4 }))
      : [{ address: name, family: literal === 6 ? 6 : 4 } as const];
  const networks = allowedNetworks(allow);
  const named = allow.some((one) => one.toLowerCase() === name);
  // One address inside is enough to refuse: a name that answers with both is how a guard is led astray.
  for (const { address, family } of found)
    if (!named && isReserved(address) && !networks.check(address, family === 6 ? "ipv6" : "ipv4"))
      throw new HelderError("outbound-refused", { host: name, address });
  return found;
}

function allowedNetworks(allow: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const one of allow) {
    const [network = "", prefix] = one.split("/");
    const family = isIP(network);
    if (family === 0) continue;
    const widest = family === 6 ? 128 : 32;
    const bits = prefix === undefined ? widest : Number(prefix);
    if (Number.isInteger(bits) && bits >= 0 && bits <= widest) networks.addSubnet(network, bits, family === 6 ? "ipv6" : "ipv4");
  }
  return networks;
}
