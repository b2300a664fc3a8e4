package locale

import "strings"

// Quote puts the survey's own words between quotation marks, without the stop
// at their end.
func (r ReportWords) Quote(s string) string {
	s = strings.TrimRight(s, ". ")
	if r.l.dutch {
		return "‘" + s + "’"
	}
	return "“" + s + "”"
}

// Figure says a share with its count and base: 48% (56 van 117).
func (r ReportWords) Figure(share float64, count, base int) string {
	return r.l.PercentSaid(share) + " (" + r.Of(count, base) + ")"
}

// FindingsLead says who the findings are about.
func (r ReportWords) FindingsLead(n int, organisations bool) string {
	if !organisations {
		return r.l.pick("Deze zinnen gaan over wie de vragen beantwoordde ("+r.TookPart(n, false)+"), niet over iedereen.",
			"These sentences are about those who answered ("+r.TookPart(n, false)+"), not about everyone.")
	}
	if n == 1 {
		return r.l.pick("Deze zinnen gaan over de ene organisatie die meedeed.",
			"These sentences are about the one organisation that took part.")
	}
	return r.l.pick("Deze zinnen gaan over de "+r.l.Integer(n)+" organisaties die meededen, niet over alle organisaties.",
		"These sentences are about the "+r.l.Integer(n)+" organisations that took part, not about all organisations.")
}

// WhoTookPart lists the kinds of organisation: 117 organisaties deden mee: 92
// gemeenten en 25 waterschappen.
func (r ReportWords) WhoTookPart(n int, kinds []string) string {
	if len(kinds) == 0 {
		return r.TookPart(n, true) + "."
	}
	return r.TookPart(n, true) + ": " + r.l.List(kinds) + "."
}

// MostUsed lists the channels that are used most.
func (r ReportWords) MostUsed(channels []string) string {
	return r.l.pick("Het meest gebruikt: ", "Used most: ") + r.l.List(channels) + "."
}

// Uses says how many use a channel now.
func (r ReportWords) Uses(channel, figure string) string {
	return r.l.pick(channel+": "+figure+" gebruikt het nu", channel+": "+figure+" use it now")
}

// IfPlansHold continues Uses with the projection. The fraction in words may be
// empty.
func (r ReportWords) IfPlansHold(fraction string, share float64, count, base int) string {
	figure := r.Figure(share, count, base)
	if fraction != "" {
		figure = fraction + " (" + r.Of(count, base) + ", " + r.l.PercentSaid(share) + ")"
	}
	return r.l.pick("; "+figure+" als alle plannen doorgaan", "; "+figure+" would if every plan goes ahead")
}

// Intentions are the figures of those who start within a year or try a channel
// out; an empty one is left out.
func (r ReportWords) Intentions(channel, surely, likely, pilot string) string {
	var parts []string
	if surely != "" {
		parts = append(parts, r.l.pick(surely+" begint zeker binnen een jaar", surely+" surely start within a year"))
	}
	if likely != "" {
		parts = append(parts, r.l.pick(likely+" begint heel waarschijnlijk", likely+" very likely start"))
	}
	if pilot != "" {
		parts = append(parts, r.l.pick(pilot+" probeert het uit", pilot+" try it out"))
	}
	if len(parts) == 0 {
		return ""
	}
	return channel + ": " + r.l.List(parts) + "."
}

// Considers says how many of those without a channel consider it; plans may be
// empty.
func (r ReportWords) Considers(channel string, share float64, count, base int, plans string) string {
	s := channel + ": " + r.l.PercentSaid(share)
	if r.l.dutch {
		s += " (" + r.l.Integer(count) + " van de " + r.l.Integer(base) + " die het niet gebruiken of uitproberen) overweegt het"
	} else {
		s += " (" + r.l.Integer(count) + " of the " + r.l.Integer(base) + " that neither use nor try it) consider it"
	}
	if plans != "" {
		s += r.l.pick("; "+plans+" begint zeker of heel waarschijnlijk", "; "+plans+" surely or very likely start")
	}
	return s + "."
}

// Satisfied says how many are satisfied with a channel; dissatisfied may be
// empty.
func (r ReportWords) Satisfied(channel, satisfied, dissatisfied string) string {
	s := r.l.pick("Tevreden", "Satisfied") + r.about(channel, " over ", " with ") + ": " + satisfied
	if dissatisfied != "" {
		s += r.l.pick("; ontevreden: ", "; dissatisfied: ") + dissatisfied
	}
	return s + "."
}

func (r ReportWords) about(channel, nl, en string) string {
	if channel == "" {
		return ""
	}
	return r.l.pick(nl, en) + inSentence(channel)
}

// Ranking lists the options of a topic that were chosen most.
func (r ReportWords) Ranking(topic, channel string, options []string) string {
	var head string
	switch topic {
	case "praise":
		head = r.l.pick("Waarom men tevreden is", "Why they are satisfied") + r.about(channel, " over ", " with ")
	case "concern":
		head = r.l.pick("Twijfels", "Doubts") + r.about(channel, " bij ", " about ")
	case "reasons":
		head = r.l.pick("Redenen om te beginnen", "Reasons to start") + r.about(channel, " met ", " with ")
	case "barriers":
		head = r.l.pick("Wat organisaties tegenhoudt", "What holds organisations back") + r.about(channel, " bij ", " from ")
	case "any-barrier":
		head = r.l.pick("Wat tegenhoudt bij minstens één kanaal", "What holds back at least one channel")
	default:
		head = r.Topic(topic)
	}
	return head + ": " + r.l.List(options) + "."
}

// Chosen lists the answers to a question of which one could be chosen.
func (r ReportWords) Chosen(channel, question string, options []string) string {
	s := r.Quote(question)
	if channel != "" {
		s = channel + ", " + s
	}
	return s + ": " + r.l.List(options) + "."
}

// SaidYes tells of a question that was answered with yes or no which part said which;
// no may be empty.
func (r ReportWords) SaidYes(channel, question, yes, no string) string {
	s := question
	if channel != "" {
		s += " (" + channel + ")"
	}
	s += ": " + yes + r.l.pick(" zegt ja", " say yes")
	if no != "" {
		s += ", " + no + r.l.pick(" nee", " no")
	}
	return s + "."
}

// YesOrNo tells whether an answer is yes or no, in the words of a questionnaire in
// Dutch or English; known is false for any other answer.
func YesOrNo(answer string) (yes, known bool) {
	switch strings.ToLower(strings.Trim(answer, " .!")) {
	case "ja", "yes":
		return true, true
	case "nee", "neen", "no":
		return false, true
	}
	return false, false
}

// Volume is what a finding says about the volume of a channel. Empty parts are
// left out.
type Volume struct {
	Channel, Unit, Median, Mean string
	Base                        int
	// Large is the group of large organisations, with its median, quartiles
	// and base.
	Large, LargeMedian, LargeLower, LargeUpper string
	LargeBase                                  int
}

// Volume says how busy a channel is.
func (r ReportWords) Volume(v Volume) string {
	s := r.l.pick("Drukte", "Volume") + r.about(v.Channel, " via ", " through ") + ": " +
		r.l.pick("mediaan ", "median ") + v.Median
	if v.Unit != "" {
		s += " " + r.l.Unit(v.Unit)
	}
	if v.Mean != "" {
		s += r.l.pick(", gemiddeld ", ", mean ") + v.Mean
	}
	s += " (" + r.Organisations(v.Base) + ")"
	if v.LargeMedian != "" {
		s += r.l.pick("; in de groep ", "; in the group ") + r.Quote(v.Large) + r.l.pick(" mediaan ", " median ") + v.LargeMedian
		if v.LargeLower != "" && v.LargeUpper != "" {
			s += r.l.pick(", de middelste helft van "+v.LargeLower+" tot "+v.LargeUpper,
				", the middle half from "+v.LargeLower+" to "+v.LargeUpper)
		}
		s += " (" + r.Organisations(v.LargeBase) + ")"
	}
	return s + "."
}

// ChangeFinding says how many see a rise and how many a fall; mean may be
// empty.
func (r ReportWords) ChangeFinding(rise, fall, base int, riseShare, fallShare float64, mean string) string {
	s := r.l.pick("Klantcontact: ", "Customer contact: ") + r.Of(rise, base) + r.l.pick(" organisaties (", " organisations (") +
		r.l.PercentSaid(riseShare) + ") " + r.sees(rise) + r.l.pick("een stijging, ", "a rise, ") +
		r.l.Integer(fall) + " (" + r.l.PercentSaid(fallShare) + ") " + r.l.pick("een daling", "a fall")
	if mean != "" {
		s += "; " + mean
	}
	return s + "."
}

func (r ReportWords) sees(n int) string {
	if n == 1 {
		return r.l.pick("ziet ", "sees ")
	}
	return r.l.pick("zien ", "see ")
}

// ScaleMean says a mean score and the ends of its scale.
func (r ReportWords) ScaleMean(mean string, low, high int) string {
	return r.l.pick("gemiddeld "+mean+" op een schaal van "+r.l.Integer(low)+" tot "+r.l.Integer(high),
		"mean "+mean+" on a scale from "+r.l.Integer(low)+" to "+r.l.Integer(high))
}

// Owners lists who does webcare.
func (r ReportWords) Owners(options []string) string {
	return r.l.pick("Wie webcare doet: ", "Who does webcare: ") + r.l.List(options) + "."
}

// Among is a share among the users of a channel beside that of everyone.
type Among struct {
	Channel, Option, Figure, Whole string
	// Difference is that of the two and Interval its interval, which may be empty.
	Difference, Interval string
	// Verdict is higher, lower or undecided; empty where the two were not tested.
	Verdict string
	// Evidence names the test and its p value.
	Evidence string
	// Seen is the smallest difference that would have been found, in percentage
	// points; 0 when there is none to tell.
	Seen float64
}

// AmongUsers says a share among the users of a channel, whether it is above or
// below that of everyone or can't be told from it, and the difference.
func (r ReportWords) AmongUsers(a Among) string {
	l := r.l
	s := l.pick("Onder gebruikers van ", "Among users of ") + inSentence(a.Channel) + ": " + a.Option + " " + a.Figure
	verdict := ""
	switch a.Verdict {
	case "higher":
		s += l.pick(", vaker dan onder alle deelnemers, ", ", more often than among all respondents, ") + a.Whole
		verdict = l.pick("aangetoond met ", "found by ") + a.Evidence
	case "lower":
		s += l.pick(", minder vaak dan onder alle deelnemers, ", ", less often than among all respondents, ") + a.Whole
		verdict = l.pick("aangetoond met ", "found by ") + a.Evidence
	case "undecided":
		s += l.pick(", niet te onderscheiden van alle deelnemers, ", ", not distinguishable from all respondents, ") + a.Whole
		verdict = a.Evidence
		if a.Seen > 0 {
			verdict += "; " + l.SmallestSeen(a.Seen)
		}
	}
	of := l.pick("; verschil: ", "; difference: ")
	if a.Verdict == "" {
		of = l.pick("; verschil met alle deelnemers: ", "; difference from all respondents: ")
	}
	s += of + a.Difference
	switch {
	case a.Interval != "" && verdict != "":
		s += " (" + a.Interval + "; " + verdict + ")"
	case a.Interval+verdict != "":
		s += " (" + a.Interval + verdict + ")"
	}
	return s + "."
}

// IntervalOf says an interval with its level: 95%-interval +3 tot +29.
func (r ReportWords) IntervalOf(level float64, bounds string) string {
	return r.Interval(level) + " " + bounds
}

// Mentions says a word and how often it was mentioned.
func (r ReportWords) Mentions(word string, n int) string {
	return word + " (" + r.l.Integer(n) + ")"
}

// WordsFinding lists the words mentioned most in the answers to a question.
func (r ReportWords) WordsFinding(question string, words []string, answers int) string {
	return r.l.pick("Het vaakst genoemd bij ", "Mentioned most for ") + r.Quote(question) + ": " +
		r.l.List(words) + r.l.pick("; ", "; ") + r.Answers(answers) + "."
}

// ThemesFinding lists the themes of the answers to a question.
func (r ReportWords) ThemesFinding(question string, themes []string) string {
	return r.l.pick("Thema's bij ", "Themes for ") + r.Quote(question) + ": " + r.l.List(themes) + "."
}

// ExactCount says an exact interval in counts: 4 tot 17 van de 25
// veiligheidsregio's.
func (r ReportWords) ExactCount(low, high, population int, plural string) string {
	if plural == "" {
		plural = r.l.pick("organisaties", "organisations")
	}
	if low == high {
		return r.l.Integer(low) + r.l.pick(" van de ", " of the ") + r.l.Integer(population) + " " + plural
	}
	return r.l.Integer(low) + r.l.pick(" tot ", " to ") + r.l.Integer(high) +
		r.l.pick(" van de ", " of the ") + r.l.Integer(population) + " " + plural
}

// ExactCounts introduces exact intervals: what the figure of one option says
// about all organisations of a kind.
func (r ReportWords) ExactCounts(option string, groups []string) string {
	return r.Quote(option) + r.l.pick(", als de deelnemers een willekeurige greep zijn: ",
		", if the respondents are a random draw: ") + r.l.List(groups) + "."
}
