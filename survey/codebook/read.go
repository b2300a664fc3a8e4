package codebook

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Read reads a codebook file. The name is used in messages; its base becomes
// Codebook.Name. Reading is strict: an unknown word, a wrong form and a broken
// rule are faults, and the error is a *Faults with every one of them.
//
// A survey tool's own codebook is read too, recognised by its content: a REDCap
// data dictionary, an XLSForm or a LimeSurvey structure. The Codebook has no
// questions then; For fills it in with a file.
func Read(name string, data []byte) (*Codebook, error) {
	sum := sha256.Sum256(data)
	dictionary, err := readDictionary(name, data)
	if err != nil {
		return nil, err
	}
	if dictionary != nil {
		return &Codebook{Name: filepath.Base(name), SHA256: hex.EncodeToString(sum[:]), Inferred: true, Dictionary: dictionary}, nil
	}
	var document yaml.Node
	if err := yaml.Load(data, &document); err != nil {
		return nil, &Faults{File: name, List: syntaxFaults(err)}
	}
	check := newChecker()
	check.document(&document)
	if len(check.faults) > 0 {
		return nil, &Faults{File: name, List: check.sorted()}
	}
	cb := &Codebook{}
	if err := document.Load(cb, yaml.WithKnownFields()); err != nil {
		return nil, &Faults{File: name, List: syntaxFaults(err)}
	}
	cb.Name = filepath.Base(name)
	cb.SHA256 = hex.EncodeToString(sum[:])
	for i := range cb.Questions {
		q := &cb.Questions[i]
		q.Line = check.at[fmt.Sprintf("questions.%d", i)].Line
		if q.AskedIf != nil && len(q.AskedIf) == 0 {
			q.AskedIf, q.AskedAll = nil, true
		}
	}
	check.rules(cb)
	if len(check.faults) > 0 {
		return nil, &Faults{File: name, List: check.sorted()}
	}
	return cb, nil
}

// Fault is one thing that is wrong in a codebook file.
type Fault struct {
	// Line and Column count from 1; 0 when the place is not known.
	Line, Column int
	// Message says what is wrong and what to do.
	Message string
}

// Faults is the error of Read: everything that is wrong in a codebook file, in
// the order of the file.
type Faults struct {
	File string
	List []Fault
}

// Error returns one line per fault, as file:line:column: message.
func (f *Faults) Error() string {
	lines := make([]string, len(f.List))
	for i, fault := range f.List {
		lines[i] = fmt.Sprintf("%s:%d:%d: %s", f.File, fault.Line, fault.Column, fault.Message)
		if fault.Line == 0 {
			lines[i] = f.File + ": " + fault.Message
		}
	}
	if len(lines) == 1 {
		return "reading the codebook: " + lines[0]
	}
	return fmt.Sprintf("reading the codebook: %d faults:\n  %s", len(lines), strings.Join(lines, "\n  "))
}

// syntaxFaults turns the errors of the YAML library into faults.
func syntaxFaults(err error) []Fault {
	var many *yaml.LoadErrors
	if errors.As(err, &many) {
		faults := make([]Fault, len(many.Errors))
		for i, e := range many.Errors {
			faults[i] = syntaxFault(e)
		}
		return faults
	}
	var one *yaml.LoadError
	if errors.As(err, &one) {
		return []Fault{syntaxFault(one)}
	}
	return []Fault{{Message: "this is no YAML: " + strings.TrimPrefix(err.Error(), "yaml: ")}}
}

func syntaxFault(e *yaml.LoadError) Fault {
	message := strings.TrimPrefix(e.Message, "yaml: ")
	if message == "no documents in stream" {
		message = "the file is empty; write a codebook with: benchmark inspect FILE --write-codebook"
	}
	return Fault{Line: e.Mark.Line, Column: e.Mark.Column, Message: message}
}

// sorted returns the faults in the order of the file.
func (c *checker) sorted() []Fault {
	slices.SortStableFunc(c.faults, func(a, b Fault) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return c.faults
}
