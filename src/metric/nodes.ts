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
