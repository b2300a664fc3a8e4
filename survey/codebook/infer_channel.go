package codebook

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// aboutness tells which channel the questions are about, in the order of the
// file.
type aboutness struct {
	// extra are the channels that the survey itself introduced.
	extra []channel
	// only is the channel of the only adoption question, if there is just one.
	only channel
	// several is true when a question lists two channels or more: then a question
	// that names none may be about them all.
	several bool
	// following is true behind a question about the only channel.
	following bool
}

// aboutness looks at the adoption and presence questions of the file.
func (in *inference) aboutness(drafts []*draft, extra []channel) *aboutness {
	a := &aboutness{extra: extra}
	adoptions := 0
	for _, d := range drafts {
		if d.Role == string(survey.Adoption) {
			a.only = d.channel
			adoptions++
		}
		a.several = a.several || d.Kind == survey.Multiple.String() && d.listsChannels(2)
	}
	if adoptions != 1 {
		a.only = channel{}
	}
	return a
}

// settle gives a question with a role that is about one channel that channel: the
// one it names, or the only one where it points back to it ("it", "this
// channel"). A question that names nothing and stands behind those of the only
// channel is taken to be about it, with a warning; elsewhere it loses its role.
func (a *aboutness) settle(d *draft) {
	role := survey.Role(d.Role)
	if a.only.name == "" && !aboutChannel(role) {
		return
	}
	named := d.channel
	if named.name == "" {
		named, _ = channelIn(d.text, a.extra)
	}
	switch {
	case !aboutChannel(role):
	case named.name != "":
		d.channel = named
	case a.only.name == "" || role == survey.Association || role == survey.Opportunity:
		d.Role = ""
	case pointsBack(d) && (a.following || !a.several):
		d.channel = a.only
	case a.following && !a.several:
		d.channel = a.only
		d.doubt(survey.Warning, survey.IssueChannelAssumed, a.only.name)
	default:
		d.Role = ""
	}
	if named.name == "" {
		named = d.channel
	}
	if d.Kind != survey.Open.String() || named.name != "" {
		a.following = a.only.name != "" && named.name == a.only.name
	}
}

// media reports whether a select-all question asks which channels are there.
func (d *draft) media() bool {
	return d.listsChannels(2) && has(d.words, presenceWords()...)
}

// listsChannels reports whether the options of a select-all question are
// channels for the greater part, so many at least, and the question does not
// ask why.
func (d *draft) listsChannels(least int) bool {
	known, all := 0, 0
	for _, o := range d.Options {
		if o.Other || o.DontKnow {
			continue
		}
		all++
		if _, ok := channelIn(o.Label, nil); ok && len(o.Label) <= 40 {
			known++
		}
	}
	return known >= least && 2*known >= all && !has(d.words, whyWords()...) && !has(d.words, barrierWords()...)
}

// unheadedPresence takes the only list of channels in a file for the presence
// question where the file has no wording for it, just its options, and warns.
func unheadedPresence(f *export.File, drafts []*draft) {
	var found *draft
	for _, d := range drafts {
		switch {
		case d.Role == string(survey.Presence):
			return
		case d.Kind != survey.Multiple.String() || d.Role != "" || len(d.columns) < 2 || !d.listsChannels(4),
			slices.ContainsFunc(d.columns, func(c int) bool { return f.Columns[c].Question != "" }):
			continue
		case found != nil:
			return
		}
		found = d
	}
	if found != nil {
		found.Role = string(survey.Presence)
		found.doubt(survey.Warning, survey.IssuePresenceAssumed)
	}
}

// pointsBack reports whether a question is about what the one before it named:
// by a word that stands for it, or as it says nothing but its role ("why not?").
func pointsBack(d *draft) bool {
	if has(d.words, backWords()...) || d.Role != string(survey.Volume) && len(strings.Fields(d.words)) <= 4 {
		return true
	}
	words := strings.Fields(d.words)
	for i, w := range words {
		last := i == len(words)-1
		switch w {
		case "it":
			if (i == 0 || !slices.Contains([]string{"is", "was", "make", "makes"}, words[i-1])) && !strings.Contains(" "+d.text+" ", "IT") {
				return true
			}
		case "dit", "deze", "this":
			if last || slices.Contains(afterBackWords(), words[i+1]) {
				return true
			}
		}
	}
	return false
}

// backWords are words that stand for a channel named before.
func backWords() []string {
	return []string{
		"ermee", "hiermee", "daarmee", "erover", "hierover", "daarover", "ervan", "hiervan", "daarvan", "hiervoor", "daarvoor", "hiertoe", "ertoe",
		"damit", "daruber", "dazu", "dieser kanal", "diesen kanal", "diesem kanal", "dieses kanals", "ce canal", "cet outil", "ce service",
		"dieser dienst", "diesen dienst", "diesem dienst",
	}
}

// afterBackWords are words that "this" stands before where it stands for a
// channel.
func afterBackWords() []string {
	return []string{
		"kanaal", "medium", "middel", "dienst", "app", "toepassing", "contactkanaal", "communicatiekanaal", "communicatiemiddel",
		"channel", "service", "tool", "application",
		"niet", "nog", "wel", "al", "nu", "te", "in", "voor", "doen", "inzetten", "gebruiken", "zou", "zo", "not", "yet", "now", "to", "for",
	}
}
