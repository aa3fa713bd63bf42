/** Gives names that no other bears, nor any of `taken`: `n`, `n 2`, `n 3` … */
export function namer(taken: readonly string[]): (name: string) => string {
  const names = new Set(taken);
  return (name) => {
    let free = name;
    for (let number = 2; names.has(free); number++) free = `${name} ${number}`;
    names.add(free);
    return free;
  };
}
