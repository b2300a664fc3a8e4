package export

import "strings"

// lonelyBox finds the only box of a REDCap checkbox field, which no neighbour
// shows to be one: "consent___1", "Consent (choice=I agree)".
func (n *naming) lonelyBox(i int) run {
	if n.dialect != "redcap" {
		return run{}
	}
	r := boxOf(n.heads[i].top)
	if r.options == nil || i > 0 && boxOf(n.heads[i-1].top).question == r.question ||
		i+1 < len(n.heads) && boxOf(n.heads[i+1].top).question == r.question {
		return run{}
	}
	return r
}

// boxOf divides the heading of one box of REDCap; a heading of anything else
// gives nothing.
func boxOf(h string) run {
	if redcapTick.MatchString(h) {
		at := strings.Index(h, "___")
		return run{h[:at], []string{h[at+3:]}}
	}
	if at := strings.LastIndex(h, " (choice="); at > 0 && strings.HasSuffix(h, ")") {
		return run{h[:at], []string{h[at+len(" (choice=") : len(h)-1]}}
	}
	return run{}
}
