package locale

import "time"

// CommandWords holds what the program tells beside its results while it works
// and when it is done. Error messages are not among them.
type CommandWords struct{ l *Locale }

// Command returns the words of the command line.
func (l *Locale) Command() CommandWords { return CommandWords{l} }

// Reading says that the file is being read.
func (w CommandWords) Reading(file string) string {
	return w.l.pick(file+" lezen", "reading "+file)
}

// Rate says how many bytes are read in a second.
func (w CommandWords) Rate(bytes float64) string {
	return w.l.Integer(int(bytes/1e6+0.5)) + " MB/s"
}

// Left says how long the rest of the work takes, in seconds, or minutes from two on.
func (w CommandWords) Left(rest time.Duration) string {
	said := w.l.Integer(int(rest.Seconds()+1)) + " s"
	if rest >= 2*time.Minute {
		said = w.l.Integer(int(rest.Minutes()+0.5)) + " min"
	}
	return w.l.pick("nog "+said, said+" left")
}

// Counting says that the figures are being computed.
func (w CommandWords) Counting() string {
	return w.l.pick("cijfers berekenen", "computing figures")
}

// Drawing says that charts are being drawn.
func (w CommandWords) Drawing() string {
	return w.l.pick("grafieken tekenen", "drawing charts")
}

// Drawn says how many charts of all are drawn.
func (w CommandWords) Drawn(n, all int) string {
	return w.Drawing() + " (" + w.l.Integer(n) + "/" + w.l.Integer(all) + ")"
}

// OpenElsewhere warns that the file is open in another program, so that
// changes which were not saved are not in the figures.
func (w CommandWords) OpenElsewhere(file string) string {
	return w.l.pick(
		file+" is nu open in een ander programma. Wat daar nog niet is opgeslagen, telt niet mee.",
		file+" is open in another program now. Changes that are not saved there do not count.")
}

// OnlyByDesign tells which flags, at least one, do nothing since figures are no
// estimates by a design.
func (w CommandWords) OnlyByDesign(flags []string) string {
	nl, en := "verandert", "changes"
	forNL, forEN := "dat is", "it is"
	if len(flags) > 1 {
		nl, en, forNL, forEN = "veranderen", "change", "ze zijn", "they are"
	}
	names := w.l.List(flags)
	return w.l.pick(
		names+" "+nl+" hier niets: "+forNL+" voor schattingen met een steekproefontwerp; noem gewichten, strata of een populatie.",
		names+" "+en+" nothing here: "+forEN+" for estimates by a design; name weights, strata or a population.")
}

// WroteFiles introduces the list of files that were written to a folder.
func (w CommandWords) WroteFiles(n int, folder string) string {
	count := w.l.Integer(n)
	if n == 1 {
		return w.l.pick("1 bestand geschreven in "+folder+":", "wrote 1 file to "+folder+":")
	}
	return w.l.pick(count+" bestanden geschreven in "+folder+":", "wrote "+count+" files to "+folder+":")
}

// WroteFile says that one file was written.
func (w CommandWords) WroteFile(path string) string {
	return w.l.pick(path+" geschreven", "wrote "+path)
}

// Compared says how many organisations of all are compared.
func (w CommandWords) Compared(n, all int) string {
	return w.l.pick("organisaties vergelijken", "comparing organisations") + " (" + w.l.Integer(n) + "/" + w.l.Integer(all) + ")"
}

// WroteReports says how many reports are in a folder, and how many of them an
// earlier run had written.
func (w CommandWords) WroteReports(n, kept int, folder string) string {
	s := w.l.Integer(n) + w.l.pick(" rapporten en een index in ", " reports and an index in ") + folder
	if kept > 0 {
		s += w.l.pick(" ("+w.l.Integer(kept)+" waren er al)", " ("+w.l.Integer(kept)+" were there already)")
	}
	return s
}

// Undrawn says that a chart has characters that the font lacks.
func (w CommandWords) Undrawn(chart, characters string) string {
	return w.l.pick(
		"Grafiek "+chart+": het lettertype kent niet elk teken ("+characters+"); op die plaats staat een blokje. Geef in het codeboek een andere naam (short).",
		"Chart "+chart+": the font lacks some characters ("+characters+"); a box stands in their place. Give another name in the codebook (short).")
}

// NotDrawn says that a chart can't be made readable, so that there is no picture
// of it.
func (w CommandWords) NotDrawn(chart string) string {
	return w.l.pick(
		"Grafiek "+chart+" is niet leesbaar te tekenen: te veel rijen of te lange namen. De cijfers staan in "+chart+".csv; geef in het codeboek kortere namen (short).",
		"Chart "+chart+" can't be drawn so that it can be read: too many rows, or names that are too long. Its figures are in "+chart+".csv; give shorter names in the codebook (short).")
}
