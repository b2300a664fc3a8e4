package locale

import "fmt"

// TrendWords are the words of a report on waves. Its sentences are in trend_said.go, and
// what differs between questionnaires is in trend_drift.go.
type TrendWords struct{ l *Locale }

// Trend returns the words of a report on waves.
func (l *Locale) Trend() TrendWords { return TrendWords{l} }

// TrendHeadings are the titles and the heads of tables of such a report.
type TrendHeadings struct {
	Drift, Who, Flows, Differs, Twice, Others string
	// Heads of columns.
	Question, Test, Change, Then, Now, N, Once, OnceN, FromTo, Total, Channel string
	// The two numbers of OnceN, and a question between two waves.
	OnceThen, OnceNow, QuestionWaves string
	// Rows of who took part.
	Both, Left, Came, Absorbed, Repeated, Unknown string
	// Heads of a flow of use, and its groups.
	Kept, Stopped, Started, Never, Use, NoUse string
	// Cells.
	Same, New, Gone, None, Hidden, NotAsked string
}

// Headings returns the titles and heads.
func (w TrendWords) Headings() TrendHeadings {
	if w.l.dutch {
		return TrendHeadings{
			"Wat te vergelijken is", "Wie meedeed", "Wie begon, wie stopte", "Wat er verschilt", "Onder wie twee keer antwoordde", "Veranderingen in de andere vragen",
			"vraag", "toets", "verandering", "toen", "nu", "n", "verandering bij wie één keer antwoordde", "n (toen, nu)", "van", "samen", "kanaal",
			"n één keer, toen", "n één keer, nu", "vraag, en tussen welke metingen",
			"deden beide keren mee", "deden alleen de eerste keer mee", "deden alleen de tweede keer mee", "opgegaan in een organisatie die meedeed", "antwoorden die niet meetellen (dubbel)", "zonder naam of code",
			"bleef het gebruiken", "stopte", "begon", "gebruikte het nooit", "gebruikt het", "gebruikt het niet",
			"te vergelijken", "nieuw", "niet meer gevraagd", "–", "verborgen", "niet gevraagd",
		}
	}
	return TrendHeadings{
		"What can be compared", "Who took part", "Who started, who stopped", "What differs", "Among those that answered twice", "Changes in the other questions",
		"question", "test", "change", "then", "now", "n", "change among those that answered once", "n (then, now)", "from", "together", "channel",
		"n once, then", "n once, now", "question, and between which waves",
		"took part both times", "took part the first time only", "took part the second time only", "became part of one that took part", "answers that do not count (twice)", "without name or code",
		"went on using it", "stopped", "started", "never used it", "uses it", "does not use it",
		"comparable", "new", "no longer asked", "–", "hidden", "not asked",
	}
}

// Title names the report.
func (w TrendWords) Title(first, last string) string {
	return fmt.Sprintf(w.l.pick("Wat er veranderde: %s – %s", "What changed: %s – %s"), first, last)
}

// ChangedSince heads what changed since the first wave, in a report on the last one.
func (w TrendWords) ChangedSince(first string) string {
	return fmt.Sprintf(w.l.pick("Wat er veranderde sinds %s", "What changed since %s"), first)
}

// Wave is a wave in the subtitle: its moment, title and respondents.
func (w TrendWords) Wave(moment, title, tookPart string) string {
	return moment + ": " + title + ", " + tookPart
}

// Lead says who the findings are about.
func (w TrendWords) Lead() string {
	return w.l.pick("Deze zinnen gaan over wie meedeed, niet over alle organisaties. Wie meedoet, verschilt per keer.",
		"These sentences are about those who took part, not about all organisations. Who takes part differs from time to time.")
}

// Pair names two waves: okt 2018 → nov 2019.
func (w TrendWords) Pair(from, to string) string { return from + " → " + to }

// Row names a figure.
func (w TrendWords) Row(topic, channel, key, label string) string {
	switch {
	case key == "uses" && topic == "adoption":
		return channel + w.l.pick(": gebruikt het nu", ": uses it now")
	case key == "net:plans":
		return channel + w.l.pick(": begint zeker of zeer waarschijnlijk", ": surely or very likely starts")
	case key == "net:top-two":
		return w.named(channel, w.l.pick("de twee hoogste antwoorden", "the two highest answers"))
	case key == "net:rise":
		return w.l.pick("Stijging of sterke stijging", "Rise or strong rise")
	case key == "mean":
		return w.named(channel, w.l.pick("gemiddelde", "mean"))
	}
	return w.l.Capital(label)
}

func (w TrendWords) named(channel, what string) string {
	if channel == "" {
		return w.l.Capital(what)
	}
	return channel + ": " + what
}

// Topic heads the figures of a topic.
func (w TrendWords) Topic(topic string) string {
	words := map[string][2]string{
		"adoption": {"Gebruik en plannen", "Use and plans"}, "channels": {"Sociale media en andere kanalen", "Social media and other channels"},
		"satisfaction": {"Tevredenheid", "Satisfaction"}, "praise": {"Waarom tevreden", "Why satisfied"}, "concern": {"Twijfels", "Doubts"},
		"reasons": {"Redenen om te beginnen", "Reasons to start"}, "barriers": {"Wat organisaties tegenhoudt", "What holds organisations back"},
		"volume": {"Drukte", "Volume"}, "change": {"Verandering van het klantcontact", "Change in customer contact"},
		"ownership": {"Wie webcare doet", "Who does webcare"},
	}[topic]
	if words[0] == "" {
		return w.l.pick("Andere vragen", "Other questions")
	}
	return w.l.pick(words[0], words[1])
}

// Test is the outcome of a test in a cell: its conclusion and the p value.
func (w TrendWords) Test(up, down bool, p string) string {
	word := w.l.pick("niet aangetoond", "not shown")
	switch {
	case up:
		word = w.l.pick("gestegen", "up")
	case down:
		word = w.l.pick("gedaald", "down")
	}
	return word + ", p " + p
}

// Broken and Apart stand for a test where there is a break, and where nothing can be
// compared.
func (w TrendWords) Broken(p string) string {
	if p == "" {
		return w.l.pick("breuk", "break")
	}
	return w.l.pick("breuk, p ", "break, p ") + p
}

// Apart stands where two figures can't be compared.
func (w TrendWords) Apart() string { return w.l.pick("niet te vergelijken", "not comparable") }

// Untested says why a test was not done.
func (w TrendWords) Untested(reason string) string {
	switch reason {
	case "small-expected":
		return w.l.pick("te weinig om te toetsen", "too few to test")
	case "one-answer":
		return w.l.pick("iedereen antwoordt hetzelfde", "everyone answers the same")
	case "nobody-changed":
		return w.l.pick("niemand veranderde", "nobody changed")
	}
	return w.l.pick("niet te toetsen", "can't be tested")
}

// P writes a p value: = 0,037 or < 0,001.
func (w TrendWords) P(p float64) string {
	const least = 0.001
	if p < least {
		return "< " + w.l.Decimal(least, 3)
	}
	return "= " + w.l.Decimal(p, 3)
}

// Difference is a change in percentage points with its margin: +34 (+22 tot +44).
func (w TrendWords) Difference(d, low, high float64, interval bool) string {
	s := w.l.signed(d, 0)
	if interval {
		s += " (" + w.l.signed(low, 0) + w.l.pick(" tot ", " to ") + w.l.signed(high, 0) + ")"
	}
	return s
}

// Amount is a change of a number with its margin.
func (w TrendWords) Amount(d, low, high float64, interval bool) string {
	sign := func(x float64) string {
		if s := w.l.Decimal(x, 1); x > 0 {
			return "+" + s
		}
		return w.l.Decimal(x, 1)
	}
	s := sign(d)
	if interval {
		s += " (" + sign(low) + w.l.pick(" tot ", " to ") + sign(high) + ")"
	}
	return s
}

// Since says since which wave a difference is, where that is not the one before.
func (w TrendWords) Since(difference, moment string) string {
	return difference + w.l.pick(" sinds ", " since ") + moment
}
