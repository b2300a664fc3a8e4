package command

import (
	"fmt"
	"io"

	"benchmark/survey"
)

// finish prints the result, tells on standard error what must be known beside
// it, and returns the doubts about the data as an error.
func (c *console) finish(s *study, result []byte, announce bool, out *folder) error {
	words := s.locale.Command()
	if s.open {
		c.tell(words.OpenElsewhere(s.reading.File.Name))
	}
	for _, r := range s.remarks {
		c.tell(r)
	}
	if announce && s.reading.CodebookBeside {
		c.tell(s.locale.Report().CodebookBeside(s.reading.Codebook.Name))
	}
	if len(s.idle) > 0 {
		c.tell(words.OnlyByDesign(s.idle))
	}
	if out != nil {
		c.tellWritten(words.WroteFiles(len(out.files), out.path), out)
	}
	if err := c.print(result); err != nil {
		return err
	}
	return s.doubts()
}

// print writes a result to standard output.
func (c *console) print(result []byte) error {
	if _, err := c.out.Write(result); err != nil {
		return fmt.Errorf("writing to standard output: %w", reason(err))
	}
	return nil
}

// tell writes a line to standard error.
func (c *console) tell(line string) { _, _ = io.WriteString(c.err, survey.Visible(line)+"\n") }

// tellWritten lists the files that were written to a folder.
func (c *console) tellWritten(heading string, out *folder) {
	c.tell(heading)
	for _, name := range out.files {
		c.tell("  " + out.place(name))
	}
}
