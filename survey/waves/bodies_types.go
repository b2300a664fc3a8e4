package waves

import "benchmark/survey/register"

// Options say what counts where bodies are not one to one.
type Options struct {
	// Duplicates says which answer counts of a body that answered more than once in
	// a wave: register.KeepFirst, or the last in the file when empty.
	Duplicates string
	// Merged says what happens where several bodies that answered became one that
	// answered too: MergedLargest when empty, or MergedOut.
	Merged MergedRule
}

// MergedRule says whose answer stands for a body that came from several that
// answered.
type MergedRule string

// The rules. Neither makes one answer of several: who merged did not answer as
// one, so a pair of them is a doubt.
const (
	// MergedLargest: that of the one with the most inhabitants by the register, or
	// the first in the file where it does not know them.
	MergedLargest MergedRule = "largest"
	// MergedOut: that of none; the body is not in the panel.
	MergedOut MergedRule = "out"
)

// Panel is the respondents of two waves as bodies: who answered in both, who in
// one. Every respondent is in one list only, so that
//
//	earlier = len(Pairs) + len(Left) + len(Absorbed) + len(Unknown[0]) + len(Repeated[0])
//	later   = len(Pairs) + len(Came) + len(Unknown[1]) + len(Repeated[1])
//
// but for MergedOut, which puts the later answer in Came. Respondents are
// positions in the columns of their Survey.
type Panel struct {
	// Earlier and Later are the rosters that it was made of.
	Earlier, Later *register.Roster
	// Pairs are the bodies that answered in both waves, in the order of the earlier
	// file.
	Pairs []BodyPair
	// Left answered in the earlier wave alone, Came in the later alone.
	Left, Came []int
	// Absorbed answered in the earlier wave and became a body that answered in the
	// later, but another answer stands for it, or none (MergedOut). They did not
	// leave.
	Absorbed []int
	// Unknown gave neither name nor code, in the earlier and the later wave: whether
	// they answered twice can't be told.
	Unknown [2][]int
	// Repeated are the answers of the earlier and the later wave that do not count
	// since the body has another one in that wave.
	Repeated [2][]int
	// Notes tell what was not one to one, in the order of the codes.
	Notes []Note
}

// BodyPair is a body that answered in both waves.
type BodyPair struct {
	// Earlier and Later are the respondents.
	Earlier, Later int
	// Found says by what they are one body, the less certain of the two where a
	// register found both.
	Found Found
	// Merged is true when the body of the earlier wave became or became part of the
	// body of the later.
	Merged bool
}

// NoteCode names a kind of note; locale has a sentence for each. The values are
// part of the JSON contract.
type NoteCode string

// The notes. Rows are those in the file of the wave, where they are known.
const (
	NoteRepeated      NoteCode = "repeated"       // several answers of one body in a wave: which counts by the rule
	NoteMerged        NoteCode = "merged"         // a body that became, or became part of, one that answered later
	NoteMergedSeveral NoteCode = "merged-several" // several bodies that answered became one that answered: a doubt
	NoteSplit         NoteCode = "split"          // a body that was split over several, or ended: it left
	NoteLikeness      NoteCode = "likeness"       // paired by names that differ by a slip of the pen
	NoteAmbiguous     NoteCode = "ambiguous"      // a name that fits several bodies of the other wave: not paired
	NoteUnknown       NoteCode = "unknown"        // neither name nor code: not paired
)

// Note is one case that was not one to one, as a value. It holds positions, never
// names: who may be named is for the packages above.
type Note struct {
	Code NoteCode
	// Earlier and Later are the respondents that it concerns, ascending.
	Earlier, Later []int
	// Body is the code of the body of the later wave by the register, or of the one
	// that had it twice; empty when not known.
	Body string
}

// Doubt reports whether the note is about something that may change figures and
// that no rule settles: several bodies that became one, a name that fits several.
func (n *Note) Doubt() bool { return n.Code == NoteMergedSeveral || n.Code == NoteAmbiguous }
