// Colours of any space of the format as sRGB: https://www.w3.org/TR/css-color-4/#color-conversion-code

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => {
  const row = ([x, y, z]: Triple): number => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};
const each = ([a, b, c]: Triple, change: (part: number) => number): Triple => [change(a), change(b), change(c)];

const fromXyz: Matrix = [
  [3.2409699419045226, -1.537383177570094, -0.4986107602930034],
  [-0.9692436362808796, 1.8759675015077202, 0.04155505740717559],
  [0.05563007969699366, -0.20397695888897652, 1.0569715142428786],
];
const d50ToD65: Matrix = [
  [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
  [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
  [0.012314014864481998, -0.020507649298898964, 1.330365926242124],
];
const displayP3: Matrix = [
  [0.4865709486482162, 0.26566769316909306, 0.1982172852343625],
  [0.2289745640697488, 0.6917385218365064, 0.079286914093745],
  [0, 0.04511338185890264, 1.043944368900976],
];
const a98Rgb: Matrix = [
  [0.5766690429101305, 0.1855582379065463, 0.1882286462349947],
  [0.29734497525053605, 0.6273635662554661, 0.07529145849399788],
  [0.02703136138641234, 0.07068885253582723, 0.9913375368376388],
];
const proPhoto: Matrix = [
  [0.7977666449006423, 0.13518129740053308, 0.0313477341283922],
  [0.2880748288194013, 0.711835234241873, 0.00008993693872564],
  [0, 0, 0.8251046025104602],
];
const rec2020: Matrix = [
  [0.6369580483012914, 0.14461690358620832, 0.1688809751641721],
  [0.2627002120112671, 0.6779980715188708, 0.05930171646986196],
  [0, 0.028072693049087428, 1.060985057710791],
];
const oklabToLms: Matrix = [
  [1, 0.3963377773761749, 0.2158037573099136],
  [1, -0.1055613458156586, -0.0638541728258133],
  [1, -0.0894841775298119, -1.2914855480194092],
];
const lmsToXyz: Matrix = [
  [1.2268798758459243, -0.5578149944602171, 0.2813910456659647],
  [-0.0405757452148008, 1.112286803280317, -0.0717110580655164],
  [-0.0763729366746601, -0.4214933324022432, 1.5869240198367816],
];

const power = (exponent: number) => (part: number) => Math.sign(part) * Math.abs(part) ** exponent;

export function linear(part: number): number {
  const size = Math.abs(part);
  return size <= 0.04045 ? part / 12.92 : Math.sign(part) * ((size + 0.055) / 1.055) ** 2.4;
}

function gamma(part: number): number {
  const size = Math.abs(part);
  return size <= 0.0031308 ? part * 12.92 : Math.sign(part) * (1.055 * size ** (1 / 2.4) - 0.055);
}

const fromLinear = (parts: Triple): Triple => each(parts, gamma);
const fromD65 = (xyz: Triple): Triple => fromLinear(times(fromXyz, xyz));
const fromD50 = (xyz: Triple): Triple => fromD65(times(d50ToD65, xyz));

function fromHsl([hue, saturation, lightness]: Triple): Triple {
  const share = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
  const channel = (offset: number): number => {
    const place = (offset + hue / 30 + 12000) % 12;
    return lightness / 100 - share * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function fromHwb([hue, white, black]: Triple): Triple {
  const [whiteness, blackness] = [white / 100, black / 100];
  if (whiteness + blackness >= 1) return each([0, 0, 0], () => whiteness / (whiteness + blackness));
  return each(fromHsl([hue, 100, 50]), (part) => part * (1 - whiteness - blackness) + whiteness);
}

function fromLab([lightness, a, b]: Triple): Triple {
  const middle = (lightness + 16) / 116;
  const [x, z] = [a / 500 + middle, middle - b / 200];
  const [kappa, epsilon] = [24389 / 27, 216 / 24389];
  const open = (part: number): number => (part ** 3 > epsilon ? part ** 3 : (116 * part - 16) / kappa);
  const y = lightness > kappa * epsilon ? middle ** 3 : lightness / kappa;
  return fromD50([open(x) * 0.9642956764295677, y, open(z) * 0.8251046025104602]);
}

const fromOklab = (parts: Triple): Triple => fromD65(times(lmsToXyz, each(times(oklabToLms, parts), (part) => part ** 3)));
const rectangular = ([lightness, chroma, hue]: Triple): Triple => [lightness, chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];

function rec2020Linear(part: number): number {
  const size = Math.abs(part);
  return size < 0.08124285829863151 ? part / 4.5 : Math.sign(part) * ((size + 0.09929682680944) / 1.09929682680944) ** (1 / 0.45);
}

const proPhotoLinear = (part: number): number => (Math.abs(part) <= 16 / 512 ? part / 16 : power(1.8)(part));

const spaces: Readonly<Record<string, (parts: Triple) => Triple>> = {
  srgb: (parts) => parts,
  'srgb-linear': fromLinear,
  hsl: fromHsl,
  hwb: fromHwb,
  lab: fromLab,
  lch: (parts) => fromLab(rectangular(parts)),
  oklab: fromOklab,
  oklch: (parts) => fromOklab(rectangular(parts)),
  'display-p3': (parts) => fromD65(times(displayP3, each(parts, linear))),
  'a98-rgb': (parts) => fromD65(times(a98Rgb, each(parts, power(563 / 256)))),
  'prophoto-rgb': (parts) => fromD50(times(proPhoto, each(parts, proPhotoLinear))),
  rec2020: (parts) => fromD65(times(rec2020, each(parts, rec2020Linear))),
  'xyz-d65': fromD65,
  'xyz-d50': fromD50,
};

/** Red, green and blue from 0 to 1; what sRGB can't show is moved to its edge. Null for a space that is not known. */
export function toSrgb(space: string, parts: Triple): Triple | null {
  const convert = spaces[space];
  return convert ? each(convert(parts), (part) => Math.min(1, Math.max(0, part))) : null;
}
