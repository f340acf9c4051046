// Reads feeds with two independent clients, and prints what each made of them.
//   node read.mjs FOLDER FEED... > JSON: { FEED: { partytime, feedsmith } }
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed, parseOpml } from "feedsmith";
import partytime from "podcast-partytime";

const [folder, ...feeds] = process.argv.slice(2);

const read = (feed) => {
  const text = readFileSync(join(folder, feed), "utf8");
  if (feed.endsWith(".opml")) return { feedsmith: { format: "opml", feed: parseOpml(text) } };
  const feedsmith = parseFeed(text);
  return feedsmith.format === "rss" ? { partytime: partytime.parseFeed(text), feedsmith } : { feedsmith };
};

process.stdout.write(JSON.stringify(Object.fromEntries(feeds.map((feed) => [feed, read(feed)]))));
