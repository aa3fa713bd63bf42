export { digestOf, type Standing } from "./digest.ts";
export { type EpisodeKind } from "./episode.ts";
export { type Letter, letterOf, slackBody, teamsBody } from "./letter.ts";
export { delivered, type Message, messagesOf, nothingTold, type Told } from "./messages.ts";
