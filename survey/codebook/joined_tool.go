package codebook

import (
	"slices"
	"strings"

	"benchmark/survey"
)

// listMark returns what the survey tool puts between the options of a cell: a
// semicolon in Microsoft Forms and in what Google Forms itself lets download, of
// which the time stamps name the zone. "" when that is not known.
func (in *inference) listMark() string {
	switch in.file.Dialect.Name {
	case "msforms":
		return ";"
	case "googleforms":
		for _, cell := range in.file.Columns[0].Dict.All() {
			if strings.Contains(cell.Text, " GMT") {
				return ";"
			}
		}
	}
	return ""
}

// holdsLists reports whether cells hold lists as a tool writes them: short pieces
// with the mark between them and no blank behind it, and one at least that also
// occurs in another cell.
func holdsLists(p *profile, mark string) bool {
	var cells [][]string
	for _, v := range p.values {
		pieces := []string{v.cell.Text}
		if !strings.Contains(v.cell.Text, mark+" ") {
			pieces = splitCell(v.cell.Text, mark)
		}
		cells = append(cells, pieces)
	}
	return shaped(cells) && len(returning(cells)) > 0
}

// returning returns the pieces of lists that also occur in another cell, at
// least once as the first; sorted.
func returning(cells [][]string) []string {
	in, first, list := map[string]int{}, map[string]bool{}, map[string]string{}
	for _, cell := range cells {
		for j, piece := range cell {
			k := key(piece)
			in[k]++
			first[k] = first[k] || j == 0
			if len(cell) > 1 {
				list[k] = piece
			}
		}
	}
	var back []string
	head := false
	for k, piece := range list {
		if in[k] > 1 {
			back, head = append(back, piece), head || first[k]
		}
	}
	if !head {
		return nil
	}
	slices.Sort(back)
	return back
}

// shaped reports whether nearly all pieces of the lists look like options.
func shaped(cells [][]string) bool {
	like, all := 0, 0
	for _, cell := range cells {
		if len(cell) < 2 {
			continue
		}
		for _, piece := range cell {
			all++
			like += one(optionShaped(piece))
		}
	}
	return all > 0 && 10*like >= 9*all
}

// maybeJoined warns, where few answered, of cells that were read as one answer
// each but have pieces that come back in others: two where a comma parts them,
// or a blank follows, as that is how marks stand within sentences.
func (d *draft) maybeJoined(mark string) {
	if d.profile.filled >= enough || d.asksRemark() {
		return
	}
	for _, separator := range separators() {
		if mark != "" && separator != mark {
			continue
		}
		cells := make([][]string, len(d.profile.values))
		for i, v := range d.profile.values {
			cells[i] = splitCell(v.cell.Text, separator)
		}
		back := slices.DeleteFunc(returning(cells), func(piece string) bool { return !closedValue(piece) })
		if len(back) > one(!hardMark(separator) || !holdsLists(&d.profile, separator)) && shaped(cells) {
			d.doubt(survey.Warning, survey.IssueMaybeJoined, append([]string{separator}, back...)...)
			return
		}
	}
}

// listFix returns the line of the codebook that reads a column as lists.
func listFix(id, separator string, pieces []string) string {
	var options []string
	for _, piece := range pieces {
		options = append(options, "{code: "+slug(piece, 40)+", label: "+yamlText(piece)+"}")
	}
	return "questions: " + id + ": {kind: multiple, separator: " + quoted(separator) + ", options: [" + strings.Join(options, ", ") + ", …]}"
}
