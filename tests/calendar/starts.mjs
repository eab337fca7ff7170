// Prints when each appointment of a calendar file starts, as ical.js understands the file.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}
const found = {};
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const starts = [];
  const days = event.iterator();
  for (let next = days.next(); next && starts.length < 60; next = days.next()) {
    starts.push(next.isDate ? next.toString() : new Date(next.toUnixTime() * 1000).toISOString());
  }
  found[event.uid] = starts;
}
console.log(JSON.stringify(found));
