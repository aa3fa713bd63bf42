/** Groups that need no declaration. */
export const builtInAudiences = ["active", "lapsed", "top", "lapsed-top", "new", "one-time", "at-risk"] as const;
export type BuiltInAudience = (typeof builtInAudiences)[number];
