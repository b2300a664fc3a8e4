package codebook

import "strconv"

// Basis is why a question was taken for its kind: the evidence in its cells.
type Basis struct {
	// Why is one of the Basis constants; empty when a person settled it in a
	// codebook. Locale has its words.
	Why string
	// Args fill the words, in the order that the constant documents.
	Args []string
}

// The grounds on which a question is taken for its kind. The comment gives the
// arguments of each.
const (
	// BasisTicks: number of columns with ticks.
	BasisTicks = "ticks"
	// BasisOneTick: number of columns with ticks, of which nobody has two.
	BasisOneTick = "one-tick"
	// BasisJoined: separator of the answers in one cell, number of different ones.
	BasisJoined = "joined"
	// BasisAnswers: number of different answers, number of cells.
	BasisAnswers = "answers"
	// BasisTail: number of answers that recur, number of texts that occur once.
	BasisTail = "tail"
	// BasisStages: number of stages of adoption.
	BasisStages = "stages"
	// BasisPoints: kind of scale ("agreement", "satisfaction", ...), number of
	// points.
	BasisPoints = "points"
	// BasisRange: lowest and highest point of a scale of whole numbers.
	BasisRange = "range"
	// BasisPlaces: number of places of a ranking.
	BasisPlaces = "places"
	// BasisNumbers: percentage of the cells that are numbers.
	BasisNumbers = "numbers"
	// BasisTexts: mean number of characters, number of different texts, number of
	// texts.
	BasisTexts = "texts"
	// BasisCodes: number of different codes, number of cells.
	BasisCodes = "codes"
	// BasisOptionCodes: number of different whole numbers that stand for options.
	BasisOptionCodes = "option-codes"
	// BasisTyped: what respondents typed beside other answers, by the marks of the
	// tool.
	BasisTyped = "typed"
	// BasisWording: role that the wording of the question tells.
	BasisWording = "wording"
)

// because notes why the draft has its kind; true, so that it can end a decision.
func (d *draft) because(why string, args ...string) bool {
	d.Basis = Basis{Why: why, Args: args}
	return true
}

// becauseOf notes the ground that counts the cells of the draft's profile.
func (d *draft) becauseOf(why string) bool {
	p := &d.profile
	switch why {
	case BasisTexts:
		return d.because(why, strconv.Itoa(int(p.mean()+0.5)), strconv.Itoa(len(p.values)), strconv.Itoa(p.filled))
	case BasisNumbers:
		return d.because(why, strconv.Itoa(int(100*p.numeric())))
	case BasisTail:
		once := 0
		for _, v := range p.values {
			once += one(d.isTail(v))
		}
		return d.because(why, strconv.Itoa(len(p.values)-once), strconv.Itoa(once))
	}
	return d.because(why, strconv.Itoa(len(p.values)), strconv.Itoa(p.filled))
}
