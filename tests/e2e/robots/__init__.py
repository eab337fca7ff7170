"""One robot for each screen: it knows where things are, the journeys know what people want."""
