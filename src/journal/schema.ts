/**
 * The journal's tables, oldest step first. A step that has been released is never edited: a change is a new step at the end.
 * The number of steps a file has had is its `user_version`.
 */
export const steps: readonly string[] = [
  `create table checkins (
    id integer primary key autoincrement,
    metric text not null,
    "from" text not null,
    "to" text not null,
    value real not null,
    note text,
    at text not null
  ) strict;
  create index checkins_metric on checkins (metric, id);`,
  `create table event_batches (
    id integer primary key autoincrement,
    at text not null,
    events text not null
  ) strict;
  create table keys (
    id integer primary key autoincrement,
    name text not null,
    scope text not null,
    hash text not null unique,
    at text not null
  ) strict;`,
  `create table erasures (
    id integer primary key autoincrement,
    at text not null,
    command text not null,
    customer text not null,
    key text not null,
    ids text not null,
    removed text not null,
    sources text not null,
    finished integer not null default 0
  ) strict;`,
  `create table definitions (
    id integer primary key autoincrement,
    indicator text not null,
    definition text not null,
    at text not null
  ) strict;
  create index definitions_indicator on definitions (indicator, id);`,
];
