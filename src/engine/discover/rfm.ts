/** SQL over `client`: in which fifth somebody is by an order, from 1 to 5; those who are equal stand in the same fifth, that of their middle. */
export function fifth(order: string): string {
  return `CAST(1 + floor((2 * rank() OVER (ORDER BY ${order}) + count(*) OVER (PARTITION BY ${order}) - 2) * 5 / (2 * count(*) OVER ())) AS INTEGER)`;
}
