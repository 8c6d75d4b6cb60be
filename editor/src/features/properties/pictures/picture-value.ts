import type { Asset } from '../../../api/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';

/** What a prop of the format "image" holds, as far as the panel shows it. */
export interface Picture {
  src: string;
  alt: string;
}

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

export function readPicture(value: JsonValue | undefined): Picture {
  return isJsonObject(value) ? { src: text(value.src), alt: text(value.alt) } : { src: '', alt: '' };
}

/** An uploaded picture with its smaller ones and its size, so that visitors load what fits their screen and nothing moves when it arrives. */
export function pictureOfAsset(asset: Asset): JsonObject {
  const size = asset.width !== null && asset.height !== null ? { width: asset.width, height: asset.height } : {};
  return { src: asset.url, alt: asset.alt, ...(asset.srcset === '' ? {} : { srcset: asset.srcset }), ...size };
}

/** An uploaded picture in the place of another: what somebody wrote about what it shows stays. */
export function uploadedInto(value: JsonValue | undefined, asset: Asset): JsonObject {
  const { alt } = readPicture(value);
  return alt === '' ? pictureOfAsset(asset) : describedAs(pictureOfAsset(asset), alt);
}

/** Another address: the smaller ones and the size were those of the picture before. */
export function pictureAt(src: string, alt: string): JsonObject {
  return { src, alt };
}

/** The same picture with another description. */
export function describedAs(value: JsonValue | undefined, alt: string): JsonObject {
  return { ...(isJsonObject(value) ? value : { src: '' }), alt };
}

/** The smallest one that is sharp at the size of a tile. */
export function thumbnailOf(asset: Asset): string {
  return asset.variants[0]?.url ?? asset.url;
}
