// Command generate writes the sample survey of this folder, with its codebook,
// population frame and register, and the second survey that the command's
// tests read. Nobody ever gave these answers: they are made up, so that the
// counts of the HowAboutYou study of 2018 come out exactly.
//
// The same source gives the same bytes, on any day and on any machine: the
// seed is fixed and no clock is read.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	sample := flag.String("sample", ".", "folder for the sample survey")
	second := flag.String("second", "../cmd/benchmark/internal/command/testdata/second", "folder for the second survey")
	flag.Parse()
	if err := run(*sample, *second); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// file is one file to write: its base name and its content.
type file struct {
	name string
	data []byte
}

// run makes all files in memory first, so that a fault leaves none behind.
func run(sample, second string) error {
	dutch, err := sampleFiles()
	if err != nil {
		return err
	}
	flemish, err := secondFiles()
	if err != nil {
		return err
	}
	if err := write(sample, dutch); err != nil {
		return err
	}
	return write(second, flemish)
}

func write(folder string, files []file) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("making the folder: %w", err)
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(folder, f.name), f.data, 0o644); err != nil {
			return fmt.Errorf("writing a survey file: %w", err)
		}
	}
	return nil
}

// sampleFiles returns the sample survey in its two forms and what belongs to it,
// and the waves before and after it.
func sampleFiles() ([]file, error) {
	r := newRandom(2018)
	bodies := inventRegister(r)
	questions := questionnaire()
	records, err := answerSurvey(r, sampled(bodies))
	if err != nil {
		return nil, err
	}
	workbook, err := writeWorkbook(cover2018(), questions, records)
	if err != nil {
		return nil, err
	}
	text, err := writeDutchCSV(questions, records)
	if err != nil {
		return nil, err
	}
	register, err := writeRegister(bodies)
	if err != nil {
		return nil, err
	}
	frame, err := writeFrame()
	if err != nil {
		return nil, err
	}
	waves, err := waveFiles(bodies, records)
	return append([]file{
		{"howaboutyou-2018.xlsx", workbook},
		{"howaboutyou-2018.csv", text},
		{"howaboutyou-2018.codebook.yaml", writeCodebook(sampleCodebook(questions))},
		{"frame-nl-2018.csv", frame},
		{"register-2018.csv", register},
	}, waves...), err
}
