package waves_test

import (
	"os"
	"testing"

	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/frame"
	"benchmark/survey/register"
)

const samples = "../../sample-data/"

// sampleWave reads a wave of the sample as the commands do.
func sampleWave(t testing.TB, file, book string) *register.Roster {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(samples + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	f, err := export.Read(file, read(file), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cb, err := codebook.Read(book, read(book))
	if err != nil {
		t.Fatal(err)
	}
	s, err := cb.Apply(f)
	if err != nil {
		t.Fatal(err)
	}
	r, err := frame.ReadRegister("register-2018.csv", read("register-2018.csv"))
	if err != nil {
		t.Fatal(err)
	}
	roster := register.Identify(s, register.Options{Register: r})
	roster.Settle(cb.FromRegister.Several)
	return roster
}

func sampleWaves(t testing.TB) []*register.Roster {
	t.Helper()
	return []*register.Roster{
		sampleWave(t, "howaboutyou-2017.csv", "howaboutyou-2017.codebook.yaml"),
		sampleWave(t, "howaboutyou-2018.xlsx", "howaboutyou-2018.codebook.yaml"),
		sampleWave(t, "howaboutyou-2019.xlsx", "howaboutyou-2019.codebook.yaml"),
	}
}
