package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// limit is a file, a text in it or a fault, what happens then, and the exit status.
type limit struct{ given, happens, status string }

// limitsOfFiles are files that are broken, or made to break a program.
func limitsOfFiles() []limit {
	return []limit{
		{"a workbook or .gz that unpacks to far more than it is", "refused before it is unpacked", "1"},
		{"a workbook of which parts overlap, or lie about their size", "refused", "1"},
		{"a zip in a zip, .xls, .ods, .xlsb, a password", "refused, and told what to save instead", "1"},
		{"a sheet that claims A1:XFD1048576", "read for what it holds", "0"},
		{"a sheet of more than 1,048,576 rows", "refused", "1"},
		{"a sheet with one cell in its last corner", "read; the cell is a remark", "0 or 3"},
		{"16,384 columns", "read", "0 or 3"},
		{"more columns than a sheet has", "refused", "1"},
		{"a million empty rows", "read, and counted as blank", "0"},
		{"entities, a document type, elements a thousand deep", "refused; nothing is fetched or filled in", "1"},
		{"macros, links to other workbooks or addresses", "passed over; nothing is run or fetched", "0"},
		{"a text of the workbook that does not exist", "refused, with the cell", "1"},
		{"a quotation mark that nothing closes, or a lone one", "refused, with the line", "1"},
		{"a byte 0, or half a character at the end", "refused", "1"},
		{"lines in another character set than the others", "refused, with the row", "1"},
		{"UTF-16, with or without a mark", "read", "0"},
		{"two columns with one heading", "read, each by its letter", "0"},
		{"NaN, Inf, 1e999, 0x1F where numbers are asked", "no numbers; left out with a remark", "3"},
		{"a negative weight, or one that is no number", "refused, with the cell", "1"},
		{"days that do not exist, and the year 0", "no dates", "0 or 3"},
		{"a .sav that claims more than it holds", "refused, with the byte", "1"},
		{"a Parquet file that is cut or changed, at any byte", "refused, or read the same", "0, 1"},
		{"a Parquet file that claims more than it can hold", "refused before it is read", "1"},
		{"a Parquet file with lists, maps or other data in a cell", "refused, with the column", "1"},
		{"a codebook or theme of aliases, or nested ten thousand deep", "refused, with the line", "1"},
		{"a reference nested without end", "refused", "1"},
		{"a folder, a device, a workbook over 1 GB, input without end", "refused", "1"},
		{"a pipe (<(...))", "read to its end", "0"},
		{"a file that takes more memory than GOMEMLIMIT", "refused, with what it takes", "1"},
		{"a file that changes while it is read", "refused", "1"},
	}
}

// limitsOfTexts are texts in a file that are meant for another program.
func limitsOfTexts() []limit {
	return []limit{
		{"a formula in a cell (= + - @, tab, return)", "text in CSV, xlsx and tsv; numbers stay numbers", "0"},
		{"markup and script in any cell or name", "text in every form; a page runs none of it", "0"},
		{"sequences for a terminal, marks that turn writing around", "left out of text, remarks and errors", "0"},
		{"names such as ../x, CON, 300 letters, or alike", "a file name of small letters, digits and hyphens", "0"},
		{"a logo or font outside the folder of its theme", "refused, also behind a link", "1"},
		{"a frame or register at an address or network share", "refused; nothing is fetched", "1"},
		{"a frame or register that is a folder, pipe or device", "refused; nothing waits for it", "1"},
	}
}

// limitsOfRuns are faults while the program runs.
func limitsOfRuns() []limit {
	return []limit{
		{"a full disk, a limit on the size of files", "the old file stays; nothing is left beside it", "1"},
		{"a file that may not be read", "refused", "1"},
		{"a folder where nothing can be written", "told before the work starts", "1"},
		{"a file in the place of a result that is read-only", "refused; it stays as it is", "1"},
		{"--out is a link to a file", "that file is replaced; the link stays", "0"},
		{"a link in the folder of --all", "the link is replaced, its target is not touched", "0"},
		{"a link to a folder, in the folder of --out", "refused; nothing is written", "1"},
		{"an interrupt (Ctrl-C, SIGTERM) at any moment", "whole files only; --all goes on the next time", "130"},
		{"what reads the output stops (| head)", "ends in silence", "141"},
		{"two runs that write to one folder", "each file is whole, of one of them", "0"},
	}
}

// newLimitsTopic makes the help topic about broken and hostile files.
func newLimitsTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "limits",
		Short: "Broken and hostile files, and what goes wrong while it runs",
		Long: `No file makes benchmark run, fetch or read something else. One that is broken is
refused with one message; what can be read is read, and each doubt is told. Every
line below is held by a test.

` + limitTable("a file", limitsOfFiles()) + "\n" + limitTable("a text in it", limitsOfTexts()) + "\n" +
			limitTable("while it runs", limitsOfRuns()) + `
Status 0 becomes 3 where the same file has other doubts.`,
	}
}

// limitTable sets limits out in three columns.
func limitTable(heading string, rows []limit) string {
	var b strings.Builder
	for _, r := range append([]limit{{heading, "what happens", "status"}}, rows...) {
		fmt.Fprintf(&b, "  %-60s  %-48s  %s\n", r.given, r.happens, r.status)
	}
	return b.String()
}
