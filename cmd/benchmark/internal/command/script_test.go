package command

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	sampledata "benchmark/sample-data"
)

// TestMain lets the scripts run the program as a command of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"benchmark": func() {
			os.Exit(Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
		},
	})
}

// sampleFiles are the sample data, and a survey of its first answers alone, few.csv,
// with its codebook.
func sampleFiles(answers int) []sampledata.File {
	files := sampledata.Files()
	for _, f := range files {
		switch f.Name {
		case "howaboutyou-2018.csv":
			lines := bytes.SplitAfter(f.Data, []byte("\n"))
			files = append(files, sampledata.File{Name: "few.csv", Data: bytes.Join(lines[:answers+1], nil)})
		case "howaboutyou-2018.codebook.yaml":
			files = append(files, sampledata.File{Name: "few.codebook.yaml", Data: f.Data})
		}
	}
	return files
}

// TestScripts runs the stories of testdata/script: what a user types, what
// comes back and what is left on the disk.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "en_GB.UTF-8")
			for _, f := range sampleFiles(15) {
				if err := os.WriteFile(e.WorkDir+"/"+f.Name, f.Data, 0o600); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     exits,
			"oneline":   oneLine,
			"damage":    damage,
			"same-list": sameList,
		},
	})
}

// exits runs the program and demands an exit status: exits STATUS ARGUMENTS.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits STATUS [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("benchmark", args[1:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("running benchmark: %v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// oneLine demands that standard error is one line that starts with the
// program's name, and that nothing was printed: oneline.
func oneLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 0 {
		ts.Fatalf("usage: oneline")
	}
	text := ts.ReadFile("stderr")
	if !strings.HasPrefix(text, "benchmark: ") || strings.Count(text, "\n") != 1 || !strings.HasSuffix(text, "\n") {
		ts.Fatalf("standard error is not one line of the program: %q", text)
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("standard output is not empty: %q", out)
	}
}

// sameList demands that a folder holds exactly the named files and folders:
// same-list DIR NAME...
func sameList(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: same-list DIR [NAME...]")
	}
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), strings.Join(args[1:], " "); got != want {
		ts.Fatalf("%s holds %q, want %q", args[0], got, want)
	}
}

// damage makes a broken workbook out of a good one: damage KIND FROM TO.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: damage KIND FROM TO")
	}
	data := []byte(ts.ReadFile(args[1]))
	var err error
	switch args[0] {
	case "truncated": // the download stopped half-way
		data = data[:len(data)/2]
	case "flipped": // bytes on the disk went bad
		for i := len(data) / 3; i < len(data)/3+200; i++ {
			data[i] ^= 0xff
		}
	case "cut-sheet": // a good zip with a sheet that stops in the middle
		data, err = rezip(data, func(name string, content []byte) []byte {
			if strings.HasPrefix(name, "xl/worksheets/sheet") {
				return content[:len(content)/2]
			}
			return content
		})
	case "no-sheets": // a zip that is no workbook
		data, err = rezip(data, func(name string, content []byte) []byte {
			if strings.HasPrefix(name, "xl/") {
				return nil
			}
			return content
		})
	case "password":
		data, err = encrypt(data)
	default:
		err = fmt.Errorf("unknown kind of damage %q", args[0])
	}
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), data, 0o600))
}

// rezip changes the files in a zip; those that become nil are left out.
func rezip(data []byte, change func(name string, content []byte) []byte) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		if content = change(f.Name, content); content == nil {
			continue
		}
		out, err := w.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := out.Write(content); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return b.Bytes(), err
}

// encrypt protects a workbook with a password, as Excel does.
func encrypt(data []byte) ([]byte, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "geheim"}); err != nil {
		return nil, err
	}
	return b.Bytes(), f.Close()
}
