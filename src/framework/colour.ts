// How far two colours are apart, for people who see all colours and for people who do not see red or green.

export const sights = ["normal", "deuteranopia", "protanopia"] as const;
export type Sight = (typeof sights)[number];
/** CIE L*a*b* under D65. */
export type Lab = readonly [lightness: number, a: number, b: number];

type Three = readonly [number, number, number];
type Matrix = readonly [Three, Three, Three];

/** Machado, Oliveira and Fernandes 2009, “A physiologically-based model for simulation of color vision deficiency”, severity 1, on linear RGB. */
const simulated: Readonly<Record<Sight, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};
/** IEC 61966-2-1: linear sRGB to XYZ, D65. */
const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const white: Three = [0.95047, 1, 1.08883];

/** A colour `#rrggbb` as each sight sees it. */
export function seenColours(hex: string): Readonly<Record<Sight, Lab>> {
  const linear = [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Three;
  const seen = (sight: Sight) => toLab(times(simulated[sight], linear).map((part) => Math.min(1, Math.max(0, part))) as unknown as Three);
  return { normal: seen("normal"), deuteranopia: seen("deuteranopia"), protanopia: seen("protanopia") };
}

/** CIEDE2000, as Sharma, Wu and Dalal wrote it out in 2005 (“The CIEDE2000 color-difference formula: implementation notes”). */
export function distance([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)));
  const [c1, h1] = polar(a1 * (1 + g), b1);
  const [c2, h2] = polar(a2 * (1 + g), b2);
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dL = l2 - l1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const h = grey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63));
  const sL = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sC = 1 + 0.045 * c;
  const sH = 1 + 0.015 * c * t;
  const rotation = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2))));
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH));
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toLab(linear: Three): Lab {
  const [x, y, z] = times(toXyz, linear).map((part, index) => {
    const ratio = part / white[index]!;
    return ratio > 216 / 24389 ? Math.cbrt(ratio) : ((24389 / 27) * ratio + 16) / 116;
  }) as unknown as Three;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function times(matrix: Matrix, [x, y, z]: Three): Three {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Three;
}

/** Length and angle, 0 … 360 degrees. */
function polar(a: number, b: number): readonly [number, number] {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return [Math.hypot(a, b), degrees < 0 ? degrees + 360 : degrees];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
