import type { InitialNode } from '../engine/component.ts';
import type { NestedNode, Styles } from '../engine/document.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

// 62 to the power of 12: enough that two authors never meet.
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  let id = '';
  for (const byte of bytes) id += alphabet[byte % alphabet.length];
  return id;
}

// A copy of a subtree in which every node has an id of its own.
export function withFreshIds(node: NestedNode | InitialNode): NestedNode {
  const copy: NestedNode = { id: freshId(), component: node.component };
  if ('settings' in node && node.settings) copy.settings = node.settings;
  if (node.props) copy.props = node.props;
  if (node.styles) copy.styles = node.styles as Styles;
  if (node.children) {
    copy.children = {};
    for (const [slot, children] of Object.entries(node.children)) copy.children[slot] = children.map(withFreshIds);
  }
  return copy;
}
