package command

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

func TestConfidence(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want float64
		err  string // part of the message
	}{
		{in: "0.95", want: 0.95},
		{in: "0,95", want: 0.95},
		{in: "95", want: 0.95},
		{in: "95%", want: 0.95},
		{in: " 99,5 % ", want: 0.995},
		{in: "0.5", want: 0.5},
		{in: "99.9", want: 0.999},
		{in: "0.49", err: "outside 0.5 to 0.999"},
		{in: "1", err: "outside"},
		{in: "100", err: "outside"},
		{in: "0.95%", err: "outside"},
		{in: "-95", err: "outside"},
		{in: "NaN", err: "outside"},
		{in: "Inf", err: "no level of confidence"},
		{in: "high", err: "no level of confidence"},
		{in: "", err: "no level of confidence"},
	} {
		var got confidence
		err := got.Set(tt.in)
		switch {
		case tt.err == "" && (err != nil || float64(got) != tt.want):
			t.Errorf("Set(%q) = %v, %v; want %v", tt.in, got, err, tt.want)
		case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)):
			t.Errorf("Set(%q) = %v, %v; want an error with %q", tt.in, got, err, tt.err)
		}
	}
}

func TestChoice(t *testing.T) {
	var value string
	cmd := &cobra.Command{Use: "x"}
	choiceVar(cmd, &value, "format", "text", []string{"text", "json"}, "form")
	if value != "text" {
		t.Errorf("the preset is %q, want text", value)
	}
	if err := cmd.ParseFlags([]string{"--format", "json"}); err != nil || value != "json" {
		t.Errorf("value %q, %v; want json", value, err)
	}
	err := cmd.ParseFlags([]string{"--format", "jsn"})
	if err == nil || !strings.Contains(err.Error(), "did you mean json?") {
		t.Errorf("got %v, want a suggestion of json", err)
	}
	if value != "json" {
		t.Errorf("a wrong word changed the value to %q", value)
	}
}
