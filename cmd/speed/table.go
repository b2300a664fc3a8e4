package main

import (
	"fmt"
	"io"
	"strings"
)

// cells are the rows of a table, the first its heading.
type cells [][]string

// result returns the table of one file: what each program took, and how many
// times what the first, ours, did.
func result(contestants []*contestant, versions map[string]string) cells {
	rows := cells{{"program", "version", "depth", "wall s", "CPU s", "peak MiB", "wall ×", "CPU ×", "memory ×"}}
	var first cost
	for i, c := range contestants {
		if c.missing {
			rows = append(rows, []string{c.peer.name, "not installed", c.peer.depth, "", "", "", "", "", ""})
			continue
		}
		m := median(c.costs)
		if i == 0 {
			first = m
		}
		rows = append(rows, []string{
			c.peer.name, versions[c.peer.name], c.peer.depth,
			digits(m.wall.Seconds()), digits(m.cpu.Seconds()), fmt.Sprint(m.memory >> 20),
			times(float64(m.wall), float64(first.wall)), times(float64(m.cpu), float64(first.cpu)), times(float64(m.memory), float64(first.memory)),
		})
	}
	return rows
}

// digits writes seconds with three digits that count, of less than a tenth with those of the
// tenth of a millisecond.
func digits(s float64) string {
	switch {
	case s >= 99.95:
		return fmt.Sprintf("%.0f", s)
	case s >= 9.995:
		return fmt.Sprintf("%.1f", s)
	case s >= 0.0995:
		return fmt.Sprintf("%.2f", s)
	}
	return fmt.Sprintf("%.4f", s)
}

// times writes how many times b goes into a; "" when there is no b.
func times(a, b float64) string {
	if b <= 0 {
		return ""
	}
	return digits(a / b)
}

// text writes a table with aligned columns, numbers to the right.
func (t cells) text(w io.Writer) error {
	widths := make([]int, len(t[0]))
	for _, row := range t {
		for i, c := range row {
			widths[i] = max(widths[i], len([]rune(c)))
		}
	}
	for _, row := range t {
		var line strings.Builder
		for i, c := range row {
			pad := strings.Repeat(" ", widths[i]-len([]rune(c)))
			if i < 3 {
				line.WriteString(c + pad + "  ")
			} else {
				line.WriteString(pad + c + "  ")
			}
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(line.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// markdown writes a table as Markdown has it.
func (t cells) markdown(w io.Writer) error {
	for i, row := range t {
		if _, err := fmt.Fprintf(w, "| %s |\n", strings.Join(row, " | ")); err != nil {
			return err
		}
		if i == 0 {
			rule := strings.Repeat("|---", 3) + strings.Repeat("|--:", len(row)-3) + "|"
			if _, err := fmt.Fprintln(w, rule); err != nil {
				return err
			}
		}
	}
	return nil
}
