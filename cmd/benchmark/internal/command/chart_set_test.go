package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// drawn runs "benchmark chart" on the sample survey.
func drawn(t *testing.T, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	args = append([]string{"chart", filepath.Join(sampleFolder, "howaboutyou-2018.xlsx")}, args...)
	if got := Main(t.Context(), args, strings.NewReader(""), &out, &errs, func(string) string { return "" }); got != 0 {
		t.Fatalf("benchmark %s: exit status %d\n%s", strings.Join(args, " "), got, errs.String())
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestOneChartIsThatOfTheSet: a chart drawn alone has the texts and figures that
// it has among all of them, although less is computed for it.
func TestOneChartIsThatOfTheSet(t *testing.T) {
	folder := t.TempDir()
	set := filepath.Join(folder, "set")
	drawn(t, "--all", "--format", "svg", "--out", set)
	for name, flags := range map[string]string{
		"adoption-by-channel": "", "channels": "--question presence", "channels-by-group": "--kind heat",
		"whatsapp-adoption-by-organisation-type-and-size-class": "--kind breakdown",
		"whatsapp-satisfaction":                                 "--question whatsapp-satisfaction", "live-chat-reasons": "--question livechat-reasons",
		"barriers-by-channel": "--question whatsapp-barriers,livechat-barriers", "whatsapp-volume": "--question whatsapp-volume",
		"change": "--question contact-change", "ownership": "--question webcare-owner", "chatbot-words": "--question chatbot-words",
	} {
		alone := filepath.Join(folder, name)
		drawn(t, append(strings.Fields(flags), "--out", alone+".svg")...)
		if got, want := content(t, alone+dataSuffix), content(t, filepath.Join(set, name+".csv")); got != want {
			t.Errorf("%s: the figures alone are\n%s\nand in the set\n%s", name, got, want)
		}
		want := strings.ReplaceAll(content(t, filepath.Join(set, name+".txt")), name+".csv", name+dataSuffix)
		if got := content(t, alone+".alt.txt"); got != want {
			t.Errorf("%s: alone %s\nin the set %s", name, got, want)
		}
	}
}
