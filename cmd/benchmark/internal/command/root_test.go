package command

import "testing"

// TestOneCommandIsTheSame holds a command that is made alone to the same one among
// all others, as "help" makes it.
func TestOneCommandIsTheSame(t *testing.T) {
	for _, cmd := range newRootCommand(&console{getenv: environment()}, "").Commands() {
		want, exit := runLine(t, "benchmark help "+cmd.Name())
		if exit != statusDone || want == "" {
			t.Errorf("benchmark help %s ends with %d and prints %q", cmd.Name(), exit, want)
		}
		if got, exit := runLine(t, "benchmark "+cmd.Name()+" --help"); exit != statusDone || got != want {
			t.Errorf("benchmark %s --help ends with %d and prints\n%s\nnot\n%s", cmd.Name(), exit, got, want)
		}
	}
	c := &console{getenv: environment()}
	for _, m := range makers(c) {
		if made := commands(c, m.name); len(made) != 1 || made[0].Name() != m.name {
			t.Errorf("for %s, %d commands are made, the first is %s", m.name, len(made), made[0].Name())
		}
	}
}
