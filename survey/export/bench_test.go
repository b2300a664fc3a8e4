package export

import "testing"

func BenchmarkReadWorkbook(b *testing.B) {
	data := book(b, surveySheet(2000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("a.xlsx", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadText(b *testing.B) {
	data := []byte("nr;mening;\n" + rows(20000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("a.csv", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
