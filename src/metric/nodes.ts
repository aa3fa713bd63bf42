import type { Node } from "./plan.ts";

/** A node and all those beneath it. */
export function nodesOf(node: Node): readonly Node[] {
  return [node, ...inputsOf(node).flatMap(nodesOf)];
}

function inputsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case "scan":
    case "spine":
      return [];
    case "join":
      return [node.left, node.right];
    case "members":
      return [node.input, node.among];
    case "nearest":
      return [node.input, node.other];
    default:
      return [node.input];
  }
}

/** A node with `change` made of it and of all those beneath it, from below. */
export function mapped(node: Node, change: (node: Node) => Node): Node {
  switch (node.op) {
    case "scan":
    case "spine":
      return change(node);
    case "join":
      return change({ ...node, left: mapped(node.left, change), right: mapped(node.right, change) });
    case "members":
      return change({ ...node, input: mapped(node.input, change), among: mapped(node.among, change) });
    case "nearest":
      return change({ ...node, input: mapped(node.input, change), other: mapped(node.other, change) });
    default:
      return change({ ...node, input: mapped(node.input, change) });
  }
}
