/** Milliseconds that a slider rests before the server is asked: a movement of the hand is one question, not thirty. */
export const rest = 250;
