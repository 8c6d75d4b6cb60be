// The difference of two documents by the peers: they are given parsed objects, and find nodes by `id` (jsondiffpatch) or by position
// (fast-json-patch, which knows no identity).
import jsonPatch from 'fast-json-patch';
import { create } from 'jsondiffpatch';

const differ = create({ objectHash: (node, index) => node.id ?? `at ${index}`, cloneDiffValues: false });

export const diffPeers = {
  jsondiffpatch: {
    diff: (before, after) => differ.diff(before, after),
    apply: (before, delta) => differ.patch(structuredClone(before), structuredClone(delta)),
  },
  'fast-json-patch': {
    diff: (before, after) => jsonPatch.compare(before, after),
    apply: (before, patch) => jsonPatch.applyPatch(structuredClone(before), structuredClone(patch)).newDocument,
  },
};

// A difference is one only if it leads from one document to the other.
export function checkDiffPeers(before, after) {
  for (const [name, { diff, apply }] of Object.entries(diffPeers))
    if (JSON.stringify(apply(before, diff(before, after))) !== JSON.stringify(after)) throw new Error(`${name} does not lead from one page to the other`);
}
