package command

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/frame"
	"benchmark/survey/locale"
	"benchmark/survey/register"
)

// join finds the respondents in the register that the user or the codebook
// names, and brings in what it knows of them.
func (in *loaded) join(src *source, book *codebook.Codebook) error {
	bodies, err := readRegister(src, book)
	if err != nil {
		return err
	}
	if bodies != nil {
		in.survey.Source.Beside = append(in.survey.Source.Beside, survey.Input{Role: survey.RegisterInput, Name: bodies.Name, SHA256: bodies.SHA256})
	}
	said := &book.FromRegister
	in.roster = register.Identify(in.survey, register.Options{Register: bodies, At: said.Day(), Bodies: said.Bodies})
	for _, written := range slices.Sorted(maps.Keys(said.Bodies)) {
		if code := said.Bodies[written]; bodies != nil && bodies.Find(code) < 0 {
			return fmt.Errorf("register: the codebook says that %q is %s, which is no code of %s", written, code, bodies.Name)
		}
	}
	if in.survey.Design.Sampled && said.Several != "" && said.Several != register.KeepAll {
		return errors.New("from_register: several leaves out respondents, which the weights or strata of the file do not allow: take out keep-first or keep-last, or the design")
	}
	in.roster.Settle(said.Several)
	issues, err := in.roster.Join(joinOptions(said, in.locale))
	in.survey.Issues = append(in.survey.Issues, issues...)
	return err
}

// joinOptions says how the columns of a register become questions.
func joinOptions(said *codebook.FromRegister, l *locale.Locale) register.JoinOptions {
	n := l.RegisterNames()
	o := register.JoinOptions{Prefer: said.Prefer, Names: register.Names{
		Code: n.Code, Type: n.Type, Province: n.Province, Inhabitants: n.Inhabitants, SizeClass: n.SizeClass,
		Urbanity: n.Urbanity, SharedService: n.SharedService, Urban: n.Urban, Body: l.Body, Size: l.SizeClass,
	}}
	for _, c := range said.Columns {
		column := register.Column{Column: c.Column, ID: c.ID, Label: c.Label}
		for _, v := range c.Options {
			column.Options = append(column.Options, survey.Option{Code: v.Code, Label: v.Label, Short: v.Short, Plural: v.Plural})
		}
		o.Columns = append(o.Columns, column)
	}
	return o
}

// readRegister reads the register of organisations that the user or the
// codebook names. There is none by default.
func readRegister(src *source, book *codebook.Codebook) (*frame.Register, error) {
	path := src.beside(src.register, book.Register)
	if path == "" {
		return nil, nil
	}
	data, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("register%s: %w", src.namedBy(src.register), err)
	}
	return frame.ReadRegister(filepath.Base(path), data)
}
