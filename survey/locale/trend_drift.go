package locale

import (
	"fmt"
	"strings"
)

// DriftShort says in a few words what differs between two questionnaires; the codes are
// those of package waves.
func (w TrendWords) DriftShort(code string) string {
	words := map[string][2]string{
		"mode": {"anders gevraagd", "asked in another way"}, "types-added": {"meer soorten organisaties", "more types of organisation"},
		"types-dropped": {"minder soorten organisaties", "fewer types of organisation"}, "proposed": {"misschien een andere vraag", "perhaps another question"},
		"kind": {"ander soort vraag", "another kind of question"}, "role": {"andere betekenis", "another meaning"}, "channel": {"ander kanaal", "another channel"},
		"wording": {"andere vraagtekst", "other wording"}, "unit": {"andere eenheid", "other unit"}, "points": {"andere schaal", "other scale"},
		"option-added": {"antwoord erbij", "answer added"}, "option-dropped": {"antwoord weg", "answer dropped"}, "option-reworded": {"antwoord anders verwoord", "answer reworded"},
		"option-split": {"antwoord gesplitst", "answer split"}, "option-joined": {"antwoorden samengevoegd", "answers joined"}, "option-regroup": {"antwoorden anders verdeeld", "answers regrouped"},
		"option-meaning": {"antwoord met een andere betekenis", "answer with another meaning"}, "option-order": {"andere volgorde", "other order"}, "score": {"andere score", "other score"},
		"routing": {"aan anderen gevraagd", "put to others"}, "routing-unknown": {"onbekend aan wie gevraagd", "unknown to whom it was put"},
		"dont-know": {"‘weet niet’ in één keer", "“don't know” in one only"}, "out-of-base": {"andere basis", "other base"}, "tick-base": {"andere basis", "other base"},
		"themes": {"andere thema's", "other themes"}, "register": {"uit het register", "from the register"},
	}[code]
	if words[0] == "" {
		return w.l.pick("anders", "different")
	}
	return w.l.pick(words[0], words[1])
}

// Drift says in a sentence what differs between two questionnaires. The arguments are
// those that package waves documents; types names a type of organisation.
func (w TrendWords) Drift(code string, args []string, types func(string) string) string {
	at := func(i int) string {
		if i < len(args) {
			return args[i]
		}
		return ""
	}
	quoted := func(texts []string) string {
		var all []string
		for _, s := range texts {
			all = append(all, w.l.Report().Quote(s))
		}
		return w.l.List(all)
	}
	named := func(texts []string) string {
		var all []string
		for _, s := range texts {
			all = append(all, types(s))
		}
		return w.l.List(all)
	}
	then, now := w.l.pick("eerst", "first"), w.l.pick("later", "later")
	both := func(what, a, b string) string { return what + ": " + then + " " + a + ", " + now + " " + b + "." }
	rest := args
	if len(args) > 0 {
		rest = args[1:]
	}
	short := w.l.Capital(w.DriftShort(code))
	switch code {
	case "mode":
		return both(short, w.mode(at(0)), w.mode(at(1)))
	case "types-added", "types-dropped":
		return short + ": " + named(args) + "."
	case "wording", "option-reworded":
		return both(short, quoted([]string{at(0)}), quoted([]string{at(1)}))
	case "option-added", "option-dropped", "out-of-base":
		return short + ": " + quoted(args) + "."
	case "option-split":
		return fmt.Sprintf(w.l.pick("%s is gesplitst in %s.", "%s was split into %s."), quoted([]string{at(0)}), quoted(rest))
	case "option-joined":
		return fmt.Sprintf(w.l.pick("%s zijn samengevoegd tot %s.", "%s were joined into %s."), quoted(rest), quoted([]string{at(0)}))
	case "unit", "points", "option-regroup", "channel":
		return both(short, w.blank(at(0)), w.blank(at(1)))
	case "routing":
		if at(0) == at(1) && at(0) != "" {
			return short + ": " + fmt.Sprintf(w.l.pick("bij andere antwoorden op %s dan toen.", "by other answers to %s than then."), w.l.List(strings.Split(at(0), "|")))
		}
		return both(short, w.routed(at(0)), w.routed(at(1)))
	case "option-meaning", "score":
		return short + ": " + quoted([]string{at(0)}) + "."
	}
	return short + "."
}

// mode names a way of asking.
func (w TrendWords) mode(mode string) string {
	words := map[string][2]string{
		"online": {"online", "online"}, "telephone": {"per telefoon", "by telephone"}, "paper": {"op papier", "on paper"}, "in-person": {"in gesprekken", "in person"},
		"mixed": {"op meer manieren", "in more than one way"}, "count": {"geteld, niet gevraagd", "counted, not asked"},
	}[mode]
	if words[0] == "" {
		return w.l.pick("onbekend hoe", "unknown how")
	}
	return w.l.pick(words[0], words[1])
}

func (w TrendWords) blank(s string) string {
	if s == "" {
		return w.l.pick("niet verteld", "not told")
	}
	return s
}

// routed says by which questions it is decided to whom a question is put.
func (w TrendWords) routed(ids string) string {
	if ids == "" {
		return w.l.pick("aan iedereen", "to everyone")
	}
	return w.l.pick("naar het antwoord op ", "by the answer to ") + w.l.List(strings.Split(ids, "|"))
}

// Between puts the question and the waves before what differs.
func (w TrendWords) Between(question, pair string) string { return question + ", " + pair }

// Settle says how a proposal is settled.
func (w TrendWords) Settle(earlier string) string {
	return fmt.Sprintf(w.l.pick("Is het dezelfde vraag als %s, zet dan in het codeboek: same_as: %s.", "If it is the same question as %s, put this in the codebook: same_as: %s."), earlier, earlier)
}

// Repeated says under figures that n organisations count more than once in a wave.
func (w TrendWords) Repeated(moment string, n int) string {
	if n == 1 {
		return fmt.Sprintf(w.l.pick("%s: 1 organisatie telt hier meer dan eens mee.", "%s: 1 organisation counts more than once here."), moment)
	}
	return fmt.Sprintf(w.l.pick("%s: %s organisaties tellen hier meer dan eens mee.", "%s: %s organisations count more than once here."), moment, w.l.Integer(n))
}

// Note says what was not one to one when bodies of two waves were paired; n counts them.
func (w TrendWords) Note(code string, n int) string {
	one := n == 1
	say := func(nlOne, nlMany, enOne, enMany string) string {
		if one {
			return w.l.pick(nlOne, enOne)
		}
		return w.l.Integer(n) + " " + w.l.pick(nlMany, enMany)
	}
	switch code {
	case "repeated":
		return say("1 organisatie antwoordde in één keer meer dan eens. In de cijfers van die keer tellen al haar antwoorden, bij wie beide keren meedeed telt er één. ‘several’ in het codeboek regelt welk.",
			"organisaties antwoordden in één keer meer dan eens. In de cijfers van die keer tellen al hun antwoorden, bij wie beide keren meedeed van elk één. ‘several’ in het codeboek regelt welk.",
			"1 organisation answered more than once in one wave. In the figures of that wave all of its answers count, among those that took part both times one. ‘several’ in the codebook settles which.",
			"organisations answered more than once in one wave. In the figures of that wave all of their answers count, among those that took part both times one of each. ‘several’ in the codebook settles which.")
	case "merged":
		return say("1 organisatie is gefuseerd en geldt als de organisatie die ervan kwam.", "organisaties zijn gefuseerd en gelden als de organisatie die ervan kwam.",
			"1 organisation merged and counts as the one that came of it.", "organisations merged and count as the one that came of them.")
	case "merged-several":
		return say("Bij 1 fusie antwoordden meer voorgangers: het antwoord van de grootste telt als dat van toen. Dat kan de cijfers van wie twee keer antwoordde veranderen.",
			"fusies hadden meer voorgangers die antwoordden: het antwoord van de grootste telt als dat van toen. Dat kan de cijfers van wie twee keer antwoordde veranderen.",
			"In 1 merger more predecessors had answered: the answer of the largest counts as that of then. That may change the figures of those that answered twice.",
			"mergers had more predecessors that had answered: the answer of the largest counts as that of then. That may change the figures of those that answered twice.")
	case "split":
		return say("1 organisatie is opgesplitst of opgeheven en geldt als vertrokken.", "organisaties zijn opgesplitst of opgeheven en gelden als vertrokken.",
			"1 organisation was split or ended, and counts as gone.", "organisations were split or ended, and count as gone.")
	case "likeness":
		return say("1 organisatie is herkend aan een naam die op een letter na hetzelfde is.", "organisaties zijn herkend aan een naam die op een letter na hetzelfde is.",
			"1 organisation was found by a name that is the same but for a letter.", "organisations were found by a name that is the same but for a letter.")
	case "ambiguous":
		return say("1 naam past bij meer organisaties en is niet gekoppeld.", "namen passen bij meer organisaties en zijn niet gekoppeld.",
			"1 name fits more organisations and was not paired.", "names fit more organisations and were not paired.")
	}
	return say("1 antwoord heeft naam noch code en is niet gekoppeld.", "antwoorden hebben naam noch code en zijn niet gekoppeld.",
		"1 answer has neither name nor code and was not paired.", "answers have neither name nor code and were not paired.")
}
