package command

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// needTools skips a test that runs other programs, unless these must be there.
func needTools(t *testing.T) {
	t.Helper()
	if os.Getenv("BENCHMARK_TOOLS") == "" {
		t.Skip("set BENCHMARK_TOOLS=1 to run it with Chromium and poppler-utils")
	}
}

// reportOf runs the report command on the sample in a folder of its own.
func reportOf(t *testing.T, args ...string) (status int, said string) {
	t.Helper()
	sample, err := filepath.Abs(filepath.Join("..", "..", "..", "..", "sample-data", "howaboutyou-2018.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	status = Main(t.Context(), append([]string{"report", sample}, args...), strings.NewReader(""), &out, &errs, func(string) string { return "" })
	return status, out.String() + errs.String()
}

// The printed report has its figures as text, is tagged, names its language and
// title, is on A4, and has the same bytes each time.
func TestReportPDF(t *testing.T) {
	needTools(t)
	folder := t.TempDir()
	first, second := filepath.Join(folder, "first.pdf"), filepath.Join(folder, "second.pdf")
	for _, file := range []string{first, second} {
		if status, said := reportOf(t, "--lang", "nl", "--question", "whatsapp,webcare-owner", "--out", file); status != 0 {
			t.Fatalf("exit status %d: %s", status, said)
		}
	}
	info := toolSays(t, "pdfinfo", first)
	for _, want := range []string{"HowAboutYou 2018", "(A4)"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not tell %q:\n%s", want, info)
		}
	}
	if !strings.Contains(strings.Join(strings.Fields(info), " "), "Tagged: yes") || strings.Contains(info, "Date:") {
		t.Errorf("it is not tagged, or has a date:\n%s", info)
	}
	text := strings.Join(strings.Fields(toolSays(t, "pdftotext", "-layout", first, "-")), " ")
	for _, want := range []string{"48% (56 van 117)", "44% (52 van 117)", "47,9%"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text of the PDF has no %q", want)
		}
	}
	data, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	again, err := os.ReadFile(second)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte("/Lang (nl)")) {
		t.Error("the PDF does not name its language")
	}
	if !bytes.Equal(data, again) {
		t.Error("the same report gave other bytes")
	}
}

// Without a browser there is no PDF: one line says what to do. One that is named is
// taken before those that are found.
func TestBrowser(t *testing.T) {
	folder := t.TempDir()
	there := filepath.Join(folder, "browser.exe") // Windows runs by the extension
	if err := os.WriteFile(there, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	absent := filepath.Join(folder, "absent")
	for _, c := range []struct {
		named       string
		names       []string
		want, fault string
	}{
		{"", []string{absent, there}, there, ""},
		{there, nil, there, ""},
		{"", []string{absent}, "", "no Chromium, Chrome or Edge was found"},
		{absent, []string{there}, "", "can't be run"},
	} {
		got, err := (&console{getenv: func(string) string { return c.named }}).browser(c.names)
		if got != c.want || (err == nil) != (c.fault == "") {
			t.Errorf("%q among %q: %q, %v", c.named, c.names, got, err)
		}
		if err != nil && (!strings.Contains(err.Error(), c.fault) || !strings.Contains(err.Error(), browserVariable) || strings.Contains(err.Error(), "\n")) {
			t.Errorf("it says %q", err)
		}
	}
}

// A browser that can't be run leaves nothing behind.
func TestReportPDFWithoutBrowser(t *testing.T) {
	folder := t.TempDir()
	sample := filepath.Join("..", "..", "..", "..", "sample-data", "howaboutyou-2018.xlsx")
	var out, errs bytes.Buffer
	status := Main(t.Context(), []string{"report", sample, "--lang", "en", "--question", "webcare-owner", "--out", filepath.Join(folder, "study.pdf")},
		strings.NewReader(""), &out, &errs, func(name string) string {
			if name == browserVariable {
				return filepath.Join(folder, "absent")
			}
			return ""
		})
	if said := errs.String(); status != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, browserVariable) {
		t.Errorf("exit status %d, and it says %q", status, said)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("it left %v (%v)", left, err)
	}
}

// toolSays runs a program and returns what it printed.
func toolSays(t *testing.T, name string, args ...string) string {
	t.Helper()
	said, err := exec.CommandContext(t.Context(), name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(said)
}

func TestUndated(t *testing.T) {
	for in, want := range map[string]string{
		"<</Title (a)\n/CreationDate (D:20261126174019+00'00')\n/ModDate (D:20261126174019+00'00')>>\nstream": "<</Title (a)\n" +
			strings.Repeat(" ", 39) + "\n" + strings.Repeat(" ", 34) + ">>\nstream",
		"no dates": "no dates",
		"/CreationDate (D:" + strings.Repeat("1", 90) + ")": "/CreationDate (D:" + strings.Repeat("1", 90) + ")",
		"/ModDate (D:2026": "/ModDate (D:2026",
	} {
		if got := string(undated([]byte(in))); got != want || len(got) != len(in) {
			t.Errorf("%q became %q", in, got)
		}
	}
}
